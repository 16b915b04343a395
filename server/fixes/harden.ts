import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import type { OffsetOfText } from '../yaml/parsing/offsets';
import { composeEdits } from '../yaml/write/composeEdits';
import type { FileEdit } from '../yaml/write/rendering';
import { applyFixes, type FixChoice } from './applyFixes';
import { fixesWithin, type HardenLevel, isOfLevel } from './hardening';
import { type Target, targetsAt } from './hardenTargets';
import { within } from './levelOptions';
import { type JudgedText, mendInRounds, type Round } from './rounds';

/** How far a target is hardened, and what was hardened last. */
export interface Wanted {
  readonly level: HardenLevel;
  /** What one target leaves unchanged is not read anew for the next one. */
  readonly latest: Map<HardenLevel, LintedText>;
}

/** What hardens a target. */
export interface Hardened {
  readonly edits: readonly FileEdit[];
  readonly mended: readonly Finding[];
  /** What only the user can mend. */
  readonly left: readonly Finding[];
}

/**
 * Hardens a target as far as fixes can, in two rounds at most.
 *
 * @param offset where the target was asked for, in UTF-16 units from the start of the file
 */
export function hardened(start: JudgedText, target: Target, offset: OffsetOfText, { level, latest }: Wanted): Hardened {
  let seen = { ...start, target };
  const { rounds } = mendInRounds<FileEdit>(start, {
    choose(now, [first]) {
      const same = first ? targetAgain(now.linted, first, target, offset) : target;
      if (!same) return undefined;
      seen = { ...now, target: same };
      return fixesInside(now.linted, same, level);
    },
    apply: applyFixes,
    judge(text) {
      const again = lint(text, within(level, start.linted.options), latest.get(level), start.linted.surroundings);
      latest.set(level, again);
      return again;
    },
    mostRounds: 2,
    endsUnjudged: true,
  });
  const [first, second] = rounds;
  const mendedThere = rounds.find(({ linted }) => linted === seen.linted)?.mended ?? [];
  return {
    edits: first && second ? composed(first, second) : (first?.edits ?? []),
    mended: rounds.flatMap(({ mended }) => mended),
    left: leftAfter(seen.linted, seen.target, level, mendedThere),
  };
}

function composed(first: Round<FileEdit>, second: Round<FileEdit>): FileEdit[] {
  return composeEdits(composeEdits([], first.text, first.edits), second.text, second.edits);
}

/** The target where the first round has moved it; undefined where it goes by another name there. */
function targetAgain(
  linted: LintedText,
  { edits }: Round<FileEdit>,
  { name }: Target,
  offset: OffsetOfText,
): Target | undefined {
  const moved = edits
    .filter(({ end }) => end <= offset)
    .reduce((sum, { start, end, newText }) => sum + newText.length - (end - start), offset);
  return targetsAt(linted, moved).find((target) => target.name === name);
}

function fixesInside(linted: LintedText, { holds }: Target, level: HardenLevel): FixChoice {
  const inTarget = new Set(
    linted.documents.flatMap((placed) => placed.document.findings.filter((finding) => holds(placed, finding))),
  );
  const choose = fixesWithin(level);
  return (finding) => (inTarget.has(finding) ? choose(finding) : undefined);
}

function leftAfter(linted: LintedText, { needs }: Target, level: HardenLevel, mended: readonly Finding[]): Finding[] {
  return linted.documents.flatMap((placed) =>
    placed.document.findings
      .filter((finding) => needs(placed, finding) && isOfLevel(finding.rule.profile, level))
      .filter((finding) => finding.tree && !mended.includes(finding)),
  );
}
