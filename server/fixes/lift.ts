import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { type PodSecurityLevel, podSecurityRules } from '../rules/podSecurityFaults';
import { type Field, items, member, type Path, rootField } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import type { Tree } from '../yaml/read/tree';
import { type ComposedEdit, composeEdits } from '../yaml/write/composeEdits';
import { applyTextEdits } from '../yaml/write/renderEdits';
import { type ExplainedEdit, explainedFixes } from './explainedFixes';
import { fixesWithin } from './hardening';

/** What lifts a workload to a level of the Pod Security Standards. */
export interface Lift {
  /** In offsets of the workload's document, sorted and without overlaps. */
  readonly edits: readonly ComposedEdit<ExplainedEdit>[];
  readonly mended: readonly Finding[];
  /** What only the user can mend, as it stands when the edits are made. */
  readonly left: readonly Finding[];
}

/** More than fixes can wait for each other; only fixes that undo each other would go on for longer. */
const mostRounds = 5;

/**
 * Lifts a workload as far to a level as fixes can, whichever rules are switched on and whatever is silenced: Pod Security
 * admission reads no comments.
 *
 * @param text the document that the workload stands in
 * @param path where the workload stands in it: inside of a List, `items` and its index
 */
export function liftTo(level: PodSecurityLevel, text: string, path: Path, options: LintOptions): Lift {
  const choose = fixesWithin(level);
  let linted = lintedForLevel(level, text, options);
  let after = text;
  let edits: ComposedEdit<ExplainedEdit>[] = [];
  const mended: Finding[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const isOfWorkload = findingsAt(path);
    const fixes = explainedFixes(linted, (finding) => (isOfWorkload(finding) ? choose(finding) : undefined));
    const next = applyTextEdits(after, fixes.edits);
    if (next === after) break;
    edits = composeEdits(edits, after, fixes.edits);
    mended.push(...fixes.mended);
    after = next;
    linted = lintedForLevel(level, after, options);
  }
  const left = linted.documents.flatMap(({ document }) => document.findings.filter(findingsAt(path)));
  return { edits, mended, left };
}

const optionsOfLevels = new WeakMap<LintOptions, Map<PodSecurityLevel, LintOptions>>();

/** A text judged by the rules of a level alone, before silences count. */
function lintedForLevel(level: PodSecurityLevel, text: string, options: LintOptions): LintedText {
  const known = optionsOfLevels.get(options) ?? new Map<PodSecurityLevel, LintOptions>();
  optionsOfLevels.set(options, known);
  let ofLevel = known.get(level);
  if (!ofLevel) {
    ofLevel = { ...options, rules: podSecurityRules(level).map((rule) => ({ rule, severity: rule.severity })) };
    known.set(level, ofLevel);
  }
  const linted = lint(text, ofLevel);
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
    return inside !== undefined && inside.start <= range.start && range.start <= inside.end;
  };
}

function rangeAt(tree: Tree, path: Path): OffsetRange | undefined {
  let field: Field | undefined = rootField(tree);
  for (const step of path) {
    field = field && (typeof step === 'number' ? items(field)[step] : member(field, step));
  }
  const range = field?.node?.range;
  return range ? { start: range[0], end: range[1] } : undefined;
}
