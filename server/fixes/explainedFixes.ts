import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import type { Fix } from '../rules/rule';
import { inFile } from '../yaml/parsing/offsets';
import { covers } from '../yaml/parsing/ranges';
import type { FileEdit } from '../yaml/write/rendering';
import { type AppliedFixes, applyFixes, type FixChoice } from './applyFixes';
import { unprovenEdits } from './documentEdits';

/** A finding with the fix that was chosen for it. */
export interface ChosenFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** An edit with the fixes that it is for; none where several fixes together need what none of them does alone. */
export interface ExplainedEdit extends FileEdit {
  readonly causes: readonly ChosenFix[];
}

/** Fixes applied in one go, with what each edit is for. */
export type ExplainedFixes = AppliedFixes<ExplainedEdit>;

/** A fix as it would be without all others, in offsets of the file; what all of them do together is proven. */
interface LoneFix extends ChosenFix {
  readonly edits: readonly FileEdit[];
}

/** Applies wanted fixes as `applyFixes` does, and tells of each edit what it is for: worked out when it is first asked for. */
export function explainedFixes(linted: LintedText, choose: FixChoice): ExplainedFixes {
  const { edits, mended } = applyFixes(linted, choose);
  let lone: readonly LoneFix[] | undefined;
  const causesOf = (edit: FileEdit) => {
    lone ??= loneFixes(linted, choose, new Set(mended));
    return lone.filter((candidate) => candidate.edits.some((own) => covers(own, edit)));
  };
  return {
    edits: edits.map((edit) => ({
      ...edit,
      get causes() {
        return causesOf(edit);
      },
    })),
    mended,
  };
}

function loneFixes(linted: LintedText, choose: FixChoice, isMended: ReadonlySet<Finding>): LoneFix[] {
  return linted.documents.flatMap(({ start, document }) =>
    document.findings.flatMap((finding): LoneFix[] => {
      const fix = isMended.has(finding) ? choose(finding) : undefined;
      const own = fix && unprovenEdits(finding.tree, fix.edits);
      if (!fix || !own) return [];
      return [{ finding, fix, edits: own.map((edit) => inFile(edit, start)) }];
    }),
  );
}

/** What a preview says of an edit. */
export interface Explanation {
  /** What the rules ask for that it is for. */
  readonly title: string;
  /** What it does, and what may stop working. */
  readonly description: string;
  /** True if no running workload can notice it. */
  readonly isSafe: boolean;
}

/** What there is to say about an edit by what it is for. */
export function explanationOf(causes: readonly ChosenFix[]): Explanation {
  const titles = new Set(causes.map(({ finding: { rule } }) => `${rule.id}: ${rule.title}`));
  return {
    title: [...titles].join('; ') || 'Several fixes together',
    description: [...new Set(causes.map(({ fix }) => fix.title))].join('; '),
    isSafe: causes.length > 0 && causes.every(({ fix }) => fix.class === 'safe'),
  };
}
