import type { Finding } from '../lint/finding';
import type { LintedDocument, LintedText } from '../lint/lint';
import { type FileOffset, inFile } from '../yaml/parsing/offsets';
import type { FileEdit } from '../yaml/write/rendering';
import type { JudgedText } from './rounds';
import { fileSilence, type SilencingFix, silencingFixes } from './silencing';

/** A finding, and where its document starts. */
interface FoundInFile {
  readonly finding: Finding;
  readonly documentStart: FileOffset;
}

/** Whether there is any way to keep a finding quiet. */
export function isSilenceable(linted: LintedText, { finding, documentStart }: FoundInFile): boolean {
  const own = documentStarting(linted, documentStart);
  return own !== undefined && silencingFixes(own, finding, false).length > 0;
}

/**
 * The ways to keep a finding quiet: on its line, in its object, in its file.
 *
 * @param asksWhy whether the reason can be left blank for the user to fill in
 */
export function waysToSilence(
  { text, linted }: JudgedText,
  { finding, documentStart }: FoundInFile,
  asksWhy: boolean,
): SilencingFix<FileEdit>[] {
  const own = documentStarting(linted, documentStart);
  const ways = (own ? silencingFixes(own, finding, asksWhy) : []).map((way) => ({
    ...way,
    edits: way.edits.map((edit) => inFile(edit, documentStart)),
  }));
  const { id } = finding.rule;
  const forFile = ways.length > 0 ? fileSilence(text, id, asksWhy) : undefined;
  if (!forFile) return ways;
  return [
    ...ways,
    { title: `Ignore ${id} in this file`, written: 'A comment at the top of the file', edits: [forFile] },
  ];
}

function documentStarting({ documents }: LintedText, documentStart: FileOffset): LintedDocument | undefined {
  return documents.find(({ start }) => start === documentStart)?.document;
}
