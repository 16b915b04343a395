import { explainedFixes, explanationOf } from '../fixes/explainedFixes';
import { fixesWithin, type HardenLevel } from '../fixes/hardening';
import type { LintedText } from '../lint/lint';
import { isTextReadWhole } from '../lint/readWhole';
import type { FileFix } from '../protocol/actions';
import { lineStarts, positionAt } from '../yaml/parsing/lines';

/** The edits that mend a file up to a level, each with the rules that it is for and what their fixes say; none for one that can't be read whole. */
export function fileFixes(text: string, linted: LintedText, level: HardenLevel | undefined): FileFix[] {
  if (!isTextReadWhole(linted)) return [];
  const starts = lineStarts(text);
  return explainedFixes(linted, fixesWithin(level)).edits.map(({ start, end, newText, causes }) => ({
    start: positionAt(starts, start),
    end: positionAt(starts, end),
    newText,
    ...explanationOf(causes),
  }));
}
