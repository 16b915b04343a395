import { readOnce } from '../../readOnce';
import type { ObjectFacts } from './objectFacts';

/** The same for all facts of an object: every way through the branches of a template has some of its own. */
export function objectKey({ kind, name, range }: ObjectFacts): string {
  return `${kind} ${name} ${range.start}`;
}

/** The same for facts that say the same, wherever their objects stand in a text; worked out once for each. */
export const factsKey = readOnce((facts: ObjectFacts): string =>
  JSON.stringify(facts, (name, value: unknown) => (name === 'range' ? undefined : value)),
);

/** True for facts that say the same. */
export function areSame(facts: ObjectFacts, other: ObjectFacts): boolean {
  return facts === other || factsKey(facts) === factsKey(other);
}

/** For each object the first one with its key: which of them are taken for one. */
export function firstAlike(objects: readonly ObjectFacts[]): number[] {
  const first = new Map<string, number>();
  return objects.map((object, index) => {
    const key = objectKey(object);
    const known = first.get(key) ?? index;
    first.set(key, known);
    return known;
  });
}
