import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import type { PodSecurityLevel } from '../rules/podSecurityFaults';
import { rangeOfNode } from '../yaml/field/extent';
import { type Field, items, member, type Path, rootField } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import { fileOffset, inDocument } from '../yaml/parsing/offsets';
import { reaches } from '../yaml/parsing/ranges';
import type { Tree } from '../yaml/read/tree';
import { type ComposedEdit, composeEdits } from '../yaml/write/composeEdits';
import type { DocumentEdit } from '../yaml/write/rendering';
import { type ExplainedEdit, explainedFixes } from './explainedFixes';
import { fixesWithin } from './hardening';
import { withPodSecurity } from './levelOptions';
import { mendInRounds, mostRounds } from './rounds';

/** The text that is mended is all of the document. */
const wholeText = fileOffset(0);

/** An edit with the edits of each round that it does the work of. */
export interface LiftEdit extends DocumentEdit {
  readonly parts: readonly ExplainedEdit[];
}

/** What lifts a workload to a level of the Pod Security Standards. */
export interface Lift {
  /** In offsets of the workload's document, sorted and without overlaps. */
  readonly edits: readonly LiftEdit[];
  readonly mended: readonly Finding[];
  /** What only the user can mend, as it stands when the edits are made. */
  readonly left: readonly Finding[];
}

/**
 * Lifts a workload as far to a level as fixes can, whichever rules are switched on and whatever is silenced: Pod Security
 * admission reads no comments.
 *
 * @param text the document that the workload stands in
 * @param path where the workload stands in it: inside of a List, `items` and its index
 */
export function liftTo(level: PodSecurityLevel, text: string, path: Path, options: LintOptions): Lift {
  const wanted = fixesWithin(level);
  const judge = (now: string) => withoutSilences(lint(now, withPodSecurity(level, options)));
  const after = mendInRounds<ExplainedEdit>(
    { text, linted: judge(text) },
    {
      choose: () => {
        const isOfWorkload = findingsAt(path);
        return (finding) => (isOfWorkload(finding) ? wanted(finding) : undefined);
      },
      apply: explainedFixes,
      judge,
      mostRounds,
    },
  );
  const edits = after.rounds.reduce<ComposedEdit<ExplainedEdit>[]>(
    (composed, round) => composeEdits(composed, round.text, round.edits),
    [],
  );
  return {
    edits: edits.map(({ start, end, newText, parts }) => ({
      start: inDocument(start, wholeText),
      end: inDocument(end, wholeText),
      newText,
      parts,
    })),
    mended: after.rounds.flatMap(({ mended }) => mended),
    left: after.linted.documents.flatMap(({ document }) => document.findings.filter(findingsAt(path))),
  };
}

/** A text with what was found before silences count. */
function withoutSilences(linted: LintedText): LintedText {
  return {
    ...linted,
    documents: linted.documents.map((placed) => ({
      ...placed,
      document: { ...placed.document, findings: placed.document.judged.findings },
    })),
  };
}

/** Tells the findings in what stands at a path of their trees. */
function findingsAt(path: Path): (finding: Finding) => boolean {
  const ranges = new Map<Tree, OffsetRange | undefined>();
  return ({ tree, range }) => {
    if (!tree) return false;
    if (path.length === 0) return true;
    if (!ranges.has(tree)) ranges.set(tree, rangeAt(tree, path));
    const inside = ranges.get(tree);
    return inside !== undefined && reaches(inside, range.start);
  };
}

function rangeAt(tree: Tree, path: Path): OffsetRange | undefined {
  let field: Field | undefined = rootField(tree);
  for (const step of path) {
    field = field && (typeof step === 'number' ? items(field)[step] : member(field, step));
  }
  return rangeOfNode(field?.node);
}
