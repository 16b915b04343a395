import type { Branch, Chain } from './templateActions';
import { type Condition, isRuledOut } from './templateConditions';

/** A way through the branches of a template: which switches are on, by their names. Those it doesn't know are on. */
export type Way = ReadonlyMap<string, boolean>;

/** The branch of a choice that a way takes, if any. */
export function branchTaken({ branches }: Chain, way: Way): Branch | undefined {
  return branches.find(({ condition }) => holds(condition, way));
}

/** Whether a condition holds on a way. */
function holds(condition: Condition, way: Way): boolean {
  switch (condition.kind) {
    case 'always':
      return true;
    case 'switch':
      return way.get(condition.name) ?? true;
    case 'not':
      return !holds(condition.of, way);
    case 'all':
      return condition.of.every((part) => holds(part, way));
    case 'any':
      return condition.of.some((part) => holds(part, way));
  }
}

/** The switches of some choices by their names, in the order of the text. */
export function switchesIn(
  chains: readonly Chain[],
  isLookedAt: (chain: Chain) => boolean = () => true,
): Map<string, Switch> {
  const found = new Map<string, Switch>();
  const ask = (condition: Condition): void => {
    if (condition.kind === 'switch') found.set(condition.name, found.get(condition.name) ?? condition);
    else if (condition.kind === 'not') ask(condition.of);
    else if (condition.kind !== 'always') condition.of.forEach(ask);
  };
  const visit = (chain: Chain): void => {
    for (const branch of chain.branches) {
      if (isLookedAt(chain)) ask(branch.condition);
      branch.chains.forEach(visit);
    }
  };
  chains.forEach(visit);
  return found;
}

type Switch = Extract<Condition, { readonly kind: 'switch' }>;

/** A way with a switch as it is wanted, and all that follows from it; undefined where that is decided otherwise. */
export function withSwitch(way: Way, name: string, on: boolean): Way | undefined {
  const known = way.get(name);
  if (known !== undefined) return known === on ? way : undefined;
  return isRuledOut(name, on, way) ? undefined : new Map(way).set(name, on);
}

/** A way on which a condition holds or doesn't, as wanted; undefined where that can't be. */
function withCondition(way: Way, condition: Condition, wanted: boolean): Way | undefined {
  switch (condition.kind) {
    case 'always':
      return wanted ? way : undefined;
    case 'switch':
      return withSwitch(way, condition.name, wanted);
    case 'not':
      return withCondition(way, condition.of, !wanted);
    default: {
      if (wanted === (condition.kind === 'all')) {
        return condition.of.reduce<Way | undefined>((met, part) => met && withCondition(met, part, wanted), way);
      }
      for (const part of condition.of) {
        const met = withCondition(way, part, wanted);
        if (met) return met;
      }
      return undefined;
    }
  }
}

/**
 * As many ways through some choices as it takes to see each branch, the first by every first branch, and no more than
 * are wanted.
 */
export function waysToEachBranch(chains: readonly Chain[], most: number): Way[] {
  const ways: Way[] = [];
  const seen = new Set<Branch>();
  do {
    const way = takeUnseen(chains, seen, new Map());
    const before = seen.size;
    noteTaken(chains, way, seen);
    if (seen.size === before && ways.length > 0) break;
    ways.push(way);
  } while (ways.length < most && holdUnseen(chains, seen));
  return ways;
}

/** Decides for a branch not seen before wherever that can be had together with what is decided already. */
function takeUnseen(chains: readonly Chain[], seen: ReadonlySet<Branch>, decided: Way): Way {
  let way = decided;
  for (const { branches } of chains) {
    const wanted = [
      ...branches.filter((branch) => !seen.has(branch)),
      ...branches.filter((branch) => seen.has(branch) && holdUnseen(branch.chains, seen)),
    ];
    for (const branch of wanted) {
      const taken = withBranch(way, branches, branch);
      if (!taken) continue;
      way = takeUnseen(branch.chains, seen, taken);
      break;
    }
  }
  return way;
}

function withBranch(way: Way, branches: readonly Branch[], branch: Branch): Way | undefined {
  let met: Way | undefined = way;
  for (const other of branches) {
    met = met && withCondition(met, other.condition, other === branch);
    if (other === branch) return met;
  }
  return met;
}

function noteTaken(chains: readonly Chain[], way: Way, seen: Set<Branch>): void {
  for (const chain of chains) {
    const taken = branchTaken(chain, way);
    if (!taken) continue;
    seen.add(taken);
    noteTaken(taken.chains, way, seen);
  }
}

function holdUnseen(chains: readonly Chain[], seen: ReadonlySet<Branch>): boolean {
  return chains.some(({ branches }) => branches.some((branch) => !seen.has(branch) || holdUnseen(branch.chains, seen)));
}

/**
 * Ways to try some switches on, beside one that is known: all of their settings where that isn't more than may be read, else
 * every two in all four settings, which takes some ten ways however many there are, and as many with one other than on the
 * known way as may still be read. Of long texts some of those ways: with all switches off, then with half of them.
 */
export function waysToTry(names: readonly string[], base: Way, most: number): Way[] {
  if (names.length === 0) return [];
  if (2 ** names.length <= Math.max(most, 4)) return settings(names, base).slice(1);
  const pairs = waysOfPairs(names, base).slice(0, Math.max(most, 2));
  const alone = names
    .slice(0, Math.max(0, most - pairs.length))
    .map((off) => decided([[off, false], ...names.map((name) => [name, name !== off] as const)], base));
  return [...pairs, ...alone];
}

/** Ways that have no switch as on a known way, and every two of them in all four settings, what follows from a setting kept. */
function waysOfPairs(names: readonly string[], base: Way): Way[] {
  const { rows, off } = columnsFor(names.length);
  const columns = combinations(rows, off);
  const chosen = names.map((name) => ({ name, offIn: columns.next().value ?? [] }));
  const ways = [
    decided(
      chosen.map(({ name }) => [name, false]),
      base,
    ),
  ];
  for (let row = 0; row < rows; row++) {
    ways.push(
      decided(
        chosen.map(({ name, offIn }) => [name, !offIn.includes(row)]),
        base,
      ),
    );
  }
  return ways;
}

/** All settings of some switches that can be, all of them as on a way first. */
export function settings(names: readonly string[], base: Way = new Map()): Way[] {
  return names.reduce<Way[]>(
    (ways, name) =>
      ways.flatMap((way) =>
        [base.get(name) ?? true, !(base.get(name) ?? true)].flatMap((on) => withSwitch(way, name, on) ?? []),
      ),
    [new Map()],
  );
}

/** A way with switches as they are on another way, or not as there, and what follows from each. */
function decided(wanted: readonly (readonly [name: string, isAsThere: boolean])[], base: Way): Way {
  return wanted.reduce<Way>((way, [name, isAsThere]) => {
    const on = (base.get(name) ?? true) === isAsThere;
    return withSwitch(way, name, on) ?? withSwitch(way, name, !on) ?? way;
  }, new Map());
}

/**
 * So many rows, in so many of which each switch is off, that there are enough different choices: any two then are off
 * together in one row, and each without the other in another.
 */
function columnsFor(count: number): { readonly rows: number; readonly off: number } {
  for (let rows = 3; ; rows++) {
    const off = Math.floor(rows / 2) + 1;
    let choices = 1;
    for (let index = 0; index < off; index++) choices = (choices * (rows - index)) / (index + 1);
    if (choices >= count) return { rows, off };
  }
}

/** Every choice of some rows. */
function* combinations(rows: number, count: number, from = 0): Generator<readonly number[], undefined> {
  if (count === 0) {
    yield [];
    return undefined;
  }
  for (let row = from; row <= rows - count; row++) {
    for (const rest of combinations(rows, count - 1, row + 1)) yield [row, ...rest];
  }
  return undefined;
}
