import type { ObjectFacts } from '../../manifests/facts/objectFacts';

/** Objects that anybody may ask about, from which each takes out those that it knows better. */
export interface SharedObjects<Entry> {
  /** All but some, in an order of no account. */
  readonly without: (known: readonly Entry[]) => ObjectFacts[];
}

/** Copying all and taking out a few costs a fraction of asking about each one. */
export function sharedObjects<Entry>(
  entries: readonly Entry[],
  factsOf: (entry: Entry) => ObjectFacts,
): SharedObjects<Entry> {
  const facts = entries.map(factsOf);
  const positions = new Map(entries.map((entry, position) => [entry, position]));
  return {
    without(known) {
      const left = facts.slice();
      const taken = new Set(known.flatMap((entry) => positions.get(entry) ?? []));
      for (const position of [...taken].sort((a, b) => b - a)) {
        const last = left.pop();
        if (last !== undefined && position < left.length) left[position] = last;
      }
      return left;
    },
  };
}
