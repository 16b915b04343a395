import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { namesIn } from './namesIn';

/** Objects that anybody may ask about, from which each takes out those that it knows better. */
export interface SharedObjects<Entry> {
  /**
   * All but some, in an order of no account.
   *
   * @param name leaves out those that certainly neither have nor bind it (`namesIn`)
   */
  readonly without: (known: ReadonlySet<Entry>, name?: string) => ObjectFacts[];
}

/** Copying all and taking out a few costs a fraction of asking about each one, and looking up a name even less. */
export function sharedObjects<Entry>(
  entries: readonly Entry[],
  factsOf: (entry: Entry) => ObjectFacts,
): SharedObjects<Entry> {
  const facts = entries.map(factsOf);
  const positions = new Map(entries.map((entry, position) => [entry, position]));
  let byName: ReadonlyMap<string | undefined, readonly number[]> | undefined;

  const positionsOf = (known: ReadonlySet<Entry>) => {
    const found: number[] = [];
    for (const entry of known) {
      const position = positions.get(entry);
      if (position !== undefined) found.push(position);
    }
    return found;
  };

  return {
    without(known, name) {
      const taken = positionsOf(known);
      if (name !== undefined) {
        byName ??= positionsByName(facts);
        const left = new Set([...(byName.get(name) ?? []), ...(byName.get(undefined) ?? [])]);
        for (const position of taken) left.delete(position);
        return [...left].flatMap((position) => facts[position] ?? []);
      }
      const left = facts.slice();
      for (const position of taken.sort((a, b) => b - a)) {
        const last = left.pop();
        if (last !== undefined && position < left.length) left[position] = last;
      }
      return left;
    },
  };
}

/** Where the objects stand that have or bind a name; under undefined those that may do so with any. */
function positionsByName(facts: readonly ObjectFacts[]): Map<string | undefined, number[]> {
  const byName = new Map<string | undefined, number[]>();
  for (const [position, object] of facts.entries()) {
    for (const name of new Set(namesIn(object) ?? [undefined])) {
      const sharing = byName.get(name);
      if (sharing) sharing.push(position);
      else byName.set(name, [position]);
    }
  }
  return byName;
}
