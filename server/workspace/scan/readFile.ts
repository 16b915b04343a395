import type { FileOptions } from '../../configuration/effectiveOptions';
import type { Hash } from '../../lint/fingerprints/fingerprints';
import { type KnownFindings, withoutKnown } from '../../lint/knownFindings';
import { type LintedText, lint } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import type { Surroundings } from '../../lint/surroundings';
import type { ConfiguredFile } from '../configurations';
import type { ScannedFiles } from './scannedFiles';
import { isManifestJson } from './textsAtAGlance';

/** What files are read with. */
export interface ScanSources {
  readonly files: ScannedFiles;
  readonly optionsFor: (path: string) => Promise<FileOptions & Partial<Pick<ConfiguredFile, 'quiet'>>>;
  /** For files whose findings nobody wants: their objects count for others all the same. */
  readonly excludedOptions: LintOptions;
  readonly hashOf: Hash;
}

/** What became of a file. */
export type FileReading =
  | { readonly state: 'gone' }
  /** The reason goes on from the file's name; undefined for a file that is none of ours. */
  | { readonly state: 'left out'; readonly reason: string | undefined }
  | ReadFile;

/** A file that was read. */
export interface ReadFile {
  readonly state: 'read';
  readonly text: string;
  readonly options: LintOptions;
  readonly quiet: KnownFindings | undefined;
  /** False for a file that the configuration excludes. */
  readonly isShown: boolean;
}

/** Reads a file, with what to lint it for. */
export async function readFile(path: string, sources: ScanSources): Promise<FileReading> {
  const read = sources.files.read(path);
  if (read.state === 'gone') return read;
  if (read.state === 'unreadable') return { state: 'left out', reason: read.reason };
  const { text } = read;
  if (/\.json$/i.test(path) && !isManifestJson(text)) return { state: 'left out', reason: undefined };
  const answer = await sources.optionsFor(path);
  const isShown = answer.state === 'linted';
  return {
    state: 'read',
    text,
    options: isShown ? answer.options : sources.excludedOptions,
    quiet: answer.quiet,
    isShown,
  };
}

/**
 * What there is to show of a file; undefined for nothing.
 *
 * @param surroundings what stands beside it; without, it is judged by itself
 */
export function shownOf(file: ReadFile, hashOf: Hash, surroundings?: Surroundings): LintedText | undefined {
  if (!file.isShown) return undefined;
  const linted = lint(file.text, file.options, undefined, surroundings);
  return file.quiet ? withoutKnown(linted, file.quiet, hashOf) : linted;
}
