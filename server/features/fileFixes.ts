import { applyFixes, fixEdits } from '../fixes/applyFixes';
import { fixesWithin, type HardenLevel } from '../fixes/hardening';
import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import type { FileFix } from '../protocol';
import type { Fix } from '../rules/rule';
import { lineStarts, positionAt } from '../yaml/lines';
import type { TextEdit } from '../yaml/rendering';

/** A fix as it would be without all others, in offsets of the file. */
interface LoneFix {
  readonly finding: Finding;
  readonly fix: Fix;
  readonly edits: readonly TextEdit[];
}

/** The edits that mend a file up to a level, each with the rules that it is for and what their fixes say. */
export function fileFixes(text: string, linted: LintedText, level: HardenLevel | undefined): FileFix[] {
  const choose = fixesWithin(level);
  const { edits, mended } = applyFixes(linted, choose);
  const starts = lineStarts(text);
  const lone = linted.documents.flatMap(({ start, document }) =>
    document.findings.flatMap((finding): LoneFix[] => {
      const fix = mended.includes(finding) ? choose(finding) : undefined;
      const own = fix && fixEdits(finding, fix);
      if (!fix || !own) return [];
      return [
        { finding, fix, edits: own.map((edit) => ({ ...edit, start: start + edit.start, end: start + edit.end })) },
      ];
    }),
  );
  return edits.map((edit): FileFix => {
    const causes = lone.filter((candidate) => candidate.edits.some((own) => touches(own, edit)));
    const rules = new Map(causes.map(({ finding }) => [finding.rule.id, finding.rule.title]));
    return {
      start: positionAt(starts, edit.start),
      end: positionAt(starts, edit.end),
      newText: edit.newText,
      title: [...rules.values()].join('; ') || 'Several fixes together',
      description: [...new Set(causes.map(({ fix }) => fix.title))].join('; '),
      isSafe: causes.length > 0 && causes.every(({ fix }) => fix.class === 'safe'),
    };
  });
}

function touches(a: TextEdit, b: TextEdit): boolean {
  return (a.start === b.start && a.end === b.end) || (a.start < b.end && b.start < a.end);
}
