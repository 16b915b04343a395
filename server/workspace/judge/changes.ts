import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { areSame, factsKey } from '../../manifests/facts/objectKey';
import type { IndexedFile, IndexedObject } from '../objects/indexedFile';

/** The changes between two states of a file that other files can see, wherever in the file its objects stand. */
export type Changes =
  | { readonly state: 'same' }
  | {
      readonly state: 'changed';
      /** The objects now; objects that say what they said are the same ones as before. */
      readonly objects: readonly IndexedObject[];
      /** Objects that came, went or say something else. */
      readonly changed: readonly ObjectFacts[];
      /** Objects whose names are new, and objects whose names are gone. */
      readonly came: readonly IndexedObject[];
      readonly gone: readonly IndexedObject[];
    };

/** Compares two states of a file; undefined for a file that is not there. */
export function changesBetween(before: IndexedFile | undefined, now: IndexedFile | undefined): Changes {
  const [old, fresh] = [before?.objects ?? [], now?.objects ?? []];
  const isSameStanding = before?.standing === now?.standing;
  if (isSameOrder(old, fresh) && (fresh.length === 0 || isSameStanding)) return { state: 'same' };
  const unmatched = new Map<string, IndexedObject[]>();
  for (const object of old) {
    const key = factsKey(object.facts);
    unmatched.set(key, [...(unmatched.get(key) ?? []), object]);
  }
  const changed: ObjectFacts[] = [];
  const objects = fresh.map((object) => {
    const same = unmatched.get(factsKey(object.facts))?.shift();
    if (!same || !isSameStanding) changed.push(object.facts);
    return same ? { ...object, facts: same.facts } : object;
  });
  const left = isSameStanding ? [...unmatched.values()].flat() : old;
  for (const { facts } of left) changed.push(facts);
  // A rule that takes the first of several objects may take another one now.
  const all = changed.length > 0 ? changed : objects.map(({ facts }) => facts);
  // Names count in some standings alone.
  const [came, gone] = isSameStanding ? [named(fresh, old), named(old, fresh)] : [fresh, old];
  return { state: 'changed', objects, changed: all, came, gone };
}

function isSameOrder(old: readonly IndexedObject[], fresh: readonly IndexedObject[]): boolean {
  if (old.length !== fresh.length) return false;
  return old.every((object, position) => {
    const other = fresh[position];
    return other !== undefined && areSame(object.facts, other.facts);
  });
}

/** The objects of one state whose names the other state has not. */
function named(objects: readonly IndexedObject[], others: readonly IndexedObject[]): IndexedObject[] {
  const names = new Set(others.map(nameOf));
  return objects.filter((object) => !names.has(nameOf(object)));
}

function nameOf({ facts: { group, kind, namespace, name } }: IndexedObject): string {
  return JSON.stringify([group, kind, namespace, name]);
}
