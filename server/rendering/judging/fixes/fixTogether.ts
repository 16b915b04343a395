import type { Fix } from '../../../rules/rule';
import type { ChartToJudge, JudgedChart, PlacedFinding } from '../judgeChart';
import { waysOf } from './chartFixes';
import { type FileChange, fileChanges, type PlannedChange } from './fileChanges';
import { type Intent, intentOf } from './intents';
import { prove } from './proof';
import type { Way } from './ways';

/** A finding and the fix of it that is wanted. */
export interface WantedFix {
  readonly found: PlacedFinding;
  readonly fix: Fix;
}

/** Fixes that are had together. */
export interface FixedTogether {
  readonly changes: readonly FileChange[];
  readonly mended: readonly PlacedFinding[];
}

/** How often fixes may be tried together before the rest of them is left out. */
const mostTries = 120;

/** A fix with the ways that are left to have it. */
interface Unit {
  readonly found: PlacedFinding;
  readonly intent: Intent;
  readonly ways: readonly Way[];
}

/**
 * As many fixes as can be had together: all at once, else each half of them, so that a few which can't be had cost a few
 * renderings, however many can.
 *
 * @param isChangeable whether a file may be written, by its path
 */
export function fixTogether(
  chart: ChartToJudge,
  judged: JudgedChart,
  wanted: readonly WantedFix[],
  isChangeable: (path: string) => boolean,
): FixedTogether {
  const had: Unit[] = [];
  let changes: readonly FileChange[] = [];
  let tries = 0;
  const waiting: (readonly Unit[])[] = [unitsOf(judged, wanted, isChangeable)];
  const otherwise: Unit[] = [];
  const tryNextWay = ({ ways, ...unit }: Unit) => {
    if (ways.length > 1) otherwise.push({ ...unit, ways: ways.slice(1) });
  };
  for (let next = waiting.pop() ?? otherwise.splice(0); next.length > 0; next = waiting.pop() ?? otherwise.splice(0)) {
    if (tries++ === mostTries) break;
    const all = [...had, ...next];
    const together = fileChanges(all.flatMap(plannedOf));
    const proof =
      together &&
      prove(
        chart,
        judged,
        together,
        all.map(({ intent }) => intent),
      );
    if (together && proof?.state === 'proven') {
      had.push(...next);
      changes = together;
      continue;
    }
    const unmet = proof?.state === 'unmet' ? new Set(proof.intents) : undefined;
    const left = unmet ? next.filter(({ intent }) => !unmet.has(intent)) : next;
    if (left.length < next.length) {
      for (const unit of next) if (unmet?.has(unit.intent)) tryNextWay(unit);
      if (left.length > 0) waiting.push(left);
    } else if (next.length === 1) next.forEach(tryNextWay);
    else {
      const half = Math.ceil(next.length / 2);
      waiting.push(next.slice(half), next.slice(0, half));
    }
  }
  return { changes, mended: had.map(({ found }) => found) };
}

function plannedOf({ ways: [way = []] }: Unit): readonly PlannedChange[] {
  return way;
}

function unitsOf(
  judged: JudgedChart,
  wanted: readonly WantedFix[],
  isChangeable: (path: string) => boolean,
): readonly Unit[] {
  return wanted.flatMap(({ found, fix }): Unit[] => {
    // Nobody knows here what stands around a text that is part of a file.
    const isWhole = ({ file }: PlannedChange) => file.placeInFile === undefined && isChangeable(file.path);
    const ways = waysOf(judged, found, fix).filter((way) => way.every(isWhole));
    const sound = ways.filter((way) => fileChanges(way) !== undefined);
    const intent = sound.length > 0 ? intentOf(found, fix) : undefined;
    return intent ? [{ found, intent, ways: sound }] : [];
  });
}
