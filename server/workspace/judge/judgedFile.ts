import type { FileOptions } from '../../configuration/effectiveOptions';
import type { Hash } from '../../lint/fingerprints/fingerprints';
import { type KnownFindings, withoutKnown } from '../../lint/knownFindings';
import { type LintedText, lint } from '../../lint/lint';
import type { LintOptions } from '../../lint/lintOptions';
import type { Surroundings } from '../../lint/surroundings';
import { type ChartPart, ownFindings } from '../charts/chartPart';

/** How a file is judged. */
export interface FilePolicy {
  readonly options: FileOptions;
  /** The findings that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
  /** The folder whose files it is judged among; undefined for one that is judged by itself. */
  readonly neighbourhood: string | undefined;
}

/** A file that was read, and is still to be judged. */
export interface FileToJudge {
  readonly uri: string;
  readonly text: string;
  readonly options: LintOptions;
  readonly quiet: KnownFindings | undefined;
}

/**
 * What there is to show of a file.
 *
 * @param surroundings what stands in the other files of its neighbourhood; undefined where it is judged by itself
 * @param parts the file in the charts that are rendered with it
 */
export function judged(
  { uri, text, options, quiet }: FileToJudge,
  surroundings: Surroundings | undefined,
  hashOf: Hash,
  parts: readonly ChartPart[] = [],
): LintedText {
  return shownOf(ownFindings(lint({ name: uri, text }, options, undefined, surroundings), parts), quiet, hashOf);
}

/** A linted text without what a baseline keeps quiet. */
export function shownOf(linted: LintedText, quiet: FilePolicy['quiet'], hashOf: Hash): LintedText {
  return quiet ? withoutKnown(linted, quiet, hashOf) : linted;
}
