import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import type { LintOptions } from '../lint/lintOptions';
import { type PodSecurityLevel, podSecurityRules } from '../rules/podSecurityFaults';
import { type ComposedEdit, composeEdits } from '../yaml/composeEdits';
import { type Field, items, member, type Path, rootField } from '../yaml/field';
import { applyTextEdits } from '../yaml/renderEdits';
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
    const fixes = explainedFixes(linted, (finding) => (isOf(finding, path) ? choose(finding) : undefined));
    const next = applyTextEdits(after, fixes.edits);
    if (next === after) break;
    edits = composeEdits(edits, after, fixes.edits);
    mended.push(...fixes.mended);
    after = next;
    linted = lintedForLevel(level, after, options);
  }
  const left = linted.documents.flatMap(({ document }) => document.findings.filter((finding) => isOf(finding, path)));
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

function isOf({ tree, range }: Finding, path: Path): boolean {
  if (!tree) return false;
  let field: Field | undefined = rootField(tree);
  for (const step of path) {
    field = field && (typeof step === 'number' ? items(field)[step] : member(field, step));
  }
  const [start, end] = field?.node?.range ?? [0, -1];
  return path.length === 0 || (start <= range.start && range.start <= end);
}
