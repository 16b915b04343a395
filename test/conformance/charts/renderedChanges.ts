import { isPlainObject } from '../plainObject';

/** A place of an object that is another one than before. */
export interface RenderedChange {
  /** Its keys, without indexes. */
  readonly place: string;
  readonly was: unknown;
  readonly is: unknown;
}

/** Where two objects differ; items of lists are told apart by their names, or by what they are. */
export function changesBetween(before: unknown, after: unknown, place = ''): RenderedChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) return changesOfLists(before, after, place);
  // A key without a value is what a mapping is before its first key.
  const was = isNothing(before) && isPlainObject(after) ? {} : before;
  const is = isNothing(after) && isPlainObject(before) ? {} : after;
  if (isPlainObject(was) && isPlainObject(is)) {
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((key) =>
      changesBetween(was[key], is[key], place === '' ? key : `${place}.${key}`),
    );
  }
  return [{ place, was: before, is: after }];
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined;
}

function changesOfLists(before: readonly unknown[], after: readonly unknown[], place: string): RenderedChange[] {
  const left = [...after];
  const changes: RenderedChange[] = [];
  for (const item of before) {
    const index = left.findIndex((other) => isSame(item, other));
    if (index < 0) changes.push({ place, was: item, is: undefined });
    else changes.push(...changesBetween(item, left.splice(index, 1)[0], place));
  }
  return [...changes, ...left.map((item) => ({ place, was: undefined, is: item }))];
}

function isSame(a: unknown, b: unknown): boolean {
  if (isPlainObject(a) && isPlainObject(b)) return a.name === b.name && a.kind === b.kind;
  return JSON.stringify(a) === JSON.stringify(b);
}
