import type { Hash } from '../lint/fingerprints/fingerprints';
import type { Paint } from './colors';
import type { Write } from './output';

/** How a run of the program ends: nothing found, something found, or something wrong with what was asked. */
export type ExitCode = 0 | 1 | 2;

/** The means that each thread of the program is handed at its start. */
export interface Means {
  /** The time in milliseconds. */
  readonly now: () => number;
  /** Hashing takes longer to load than most files to lint, so it is loaded when somebody needs it. */
  readonly hash: () => Promise<Hash>;
}

/** The means of a command: the process that it runs in. */
export interface CommandMeans extends Means {
  /** Absolute. */
  readonly currentFolder: string;
  /** The file that the program runs from. */
  readonly program: string;
  readonly version: () => string;
  readonly readStandardInput: () => Promise<Buffer>;
  readonly standardOutput: { readonly write: Write; readonly paint: Paint };
  readonly standardError: { readonly write: Write; readonly paint: Paint };
}
