import type { Hash } from '../../lint/fingerprint';
import { type KnownFindings, withoutKnown } from '../../lint/knownFindings';
import { type LintedText, lint } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import type { Surroundings } from '../../lint/surroundings';
import type { DocumentOptions } from '../documentConfigurations';
import type { ScannedFiles } from './scannedFiles';
import { isManifestJson } from './textsAtAGlance';

/** What files are read with. */
export interface ScanSources {
  readonly files: ScannedFiles;
  readonly optionsFor: (path: string) => Promise<DocumentOptions>;
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

/** A file that was read by itself, with its trees. */
export interface ReadFile {
  readonly state: 'read';
  readonly text: string;
  readonly linted: LintedText;
  readonly quiet: KnownFindings | undefined;
  /** False for a file that the configuration excludes. */
  readonly isShown: boolean;
}

/**
 * Reads a file and judges it.
 *
 * @param surroundings what stands beside it; without, it is judged by itself
 */
export async function readFile(path: string, sources: ScanSources, surroundings?: Surroundings): Promise<FileReading> {
  const read = sources.files.read(path);
  if (read.state === 'gone') return read;
  if (read.state === 'unreadable') return { state: 'left out', reason: read.reason };
  const { text } = read;
  if (/\.json$/i.test(path) && !isManifestJson(text)) return { state: 'left out', reason: undefined };
  const answer = await sources.optionsFor(path);
  const isShown = answer.state === 'linted';
  const linted = lint(text, isShown ? answer.options : sources.excludedOptions, undefined, surroundings);
  return { state: 'read', text, linted, quiet: answer.quiet, isShown };
}

/** A file that was read by itself, judged beside others: nothing is read again. */
export function judgedBeside(file: ReadFile, surroundings: Surroundings): ReadFile {
  return { ...file, linted: lint(file.text, file.linted.options, file.linted, surroundings) };
}

/** What there is to show of a file; undefined for nothing. */
export function shownOf({ linted, quiet, isShown }: ReadFile, hashOf: Hash): LintedText | undefined {
  if (!isShown) return undefined;
  return quiet ? withoutKnown(linted, quiet, hashOf) : linted;
}
