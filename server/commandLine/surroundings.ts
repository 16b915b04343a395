import type { Paint } from './colors';
import type { Write } from './output';

/** How a run of the program ends: nothing found, something found, or something wrong with what was asked. */
export type ExitCode = 0 | 1 | 2;

/** What a command knows of the process that it runs in. */
export interface Surroundings {
  /** Absolute. */
  readonly currentFolder: string;
  /** The file that the program runs from. */
  readonly program: string;
  readonly version: () => string;
  /** The time in milliseconds. */
  readonly now: () => number;
  readonly readStandardInput: () => Promise<Buffer>;
  readonly standardOutput: { readonly write: Write; readonly paint: Paint };
  readonly standardError: { readonly write: Write; readonly paint: Paint };
}
