import type { Path } from '../../../yaml/field/field';
import { type Meaning, meansTheSame } from '../../../yaml/write/meaning';

/** A place of an object that means something else than before. */
export interface MeaningChange {
  readonly path: Path;
  readonly was: Meaning | undefined;
  readonly is: Meaning | undefined;
}

const empty: Meaning = { mapping: [] };

/** Where two values differ, as far down as both have the same keys; undefined where the second has a key twice. */
export function changesBetween(
  before: Meaning | undefined,
  after: Meaning | undefined,
  path: Path = [],
): MeaningChange[] | undefined {
  if (before && after && meansTheSame(before, after)) return holdsTwice(after) && !holdsTwice(before) ? undefined : [];
  if (before === undefined && after === undefined) return [];
  if (before && after && 'sequence' in before && 'sequence' in after) {
    return changesOfLists(before.sequence, after.sequence, path);
  }
  const [was, is] = [isMissing(before) ? empty : before, isMissing(after) ? empty : after];
  const isWithin = was !== undefined && is !== undefined && 'mapping' in was && 'mapping' in is;
  if (!isWithin || was.mapping.length + is.mapping.length === 0) return [{ path, was: before, is: after }];
  const left = new Map(was.mapping.map(({ key, value }) => [key, value]));
  const right = new Map(is.mapping.map(({ key, value }) => [key, value]));
  if (right.size < is.mapping.length) return undefined;
  const changes: MeaningChange[] = [];
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const own = changesBetween(left.get(key), right.get(key), [...path, key]);
    if (!own) return undefined;
    changes.push(...own);
  }
  return changes;
}

/** True for what a collection is before something stands in it. */
export function isNothing(meaning: Meaning | undefined): boolean {
  if (isMissing(meaning)) return true;
  return meaning !== undefined && 'mapping' in meaning && meaning.mapping.length === 0;
}

function isMissing(meaning: Meaning | undefined): boolean {
  return meaning === undefined || ('scalar' in meaning && meaning.scalar === null);
}

function changesOfLists(
  before: readonly Meaning[],
  after: readonly Meaning[],
  path: Path,
): MeaningChange[] | undefined {
  if (before.length === after.length) {
    const changes: MeaningChange[] = [];
    for (const [index, item] of before.entries()) {
      const own = changesBetween(item, after[index], [...path, index]);
      if (!own) return undefined;
      changes.push(...own);
    }
    return changes;
  }
  const left = [...after];
  const changes: MeaningChange[] = [];
  for (const item of before) {
    const index = left.findIndex((other) => meansTheSame(item, other));
    if (index < 0) changes.push({ path, was: item, is: undefined });
    else left.splice(index, 1);
  }
  for (const item of left) if (holdsTwice(item)) return undefined;
  return [...changes, ...left.map((item) => ({ path, was: undefined, is: item }))];
}

function holdsTwice(meaning: Meaning): boolean {
  if ('sequence' in meaning) return meaning.sequence.some(holdsTwice);
  if (!('mapping' in meaning)) return false;
  const keys = new Set(meaning.mapping.map(({ key }) => key));
  return keys.size < meaning.mapping.length || meaning.mapping.some(({ value }) => holdsTwice(value));
}
