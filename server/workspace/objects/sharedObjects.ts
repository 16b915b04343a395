import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { namesIn } from './namesIn';

/** Objects that anybody may ask about, from which each takes out those that it knows better. */
export interface SharedObjects<Entry> {
  /** All but some, in an order of no account. */
  readonly without: (known: ReadonlySet<Entry>) => ObjectFacts[];
  /** Those that may have a name or bind it (`namesIn`), but for some. */
  readonly naming: (name: string, known: ReadonlySet<Entry>) => ObjectFacts[];
}

/** Copying all and taking out a few costs a fraction of asking about each one, and looking up a name even less. */
export function sharedObjects<Entry>(
  entries: readonly Entry[],
  factsOf: (entry: Entry) => ObjectFacts,
): SharedObjects<Entry> {
  const facts = entries.map(factsOf);
  const positions = new Map(entries.map((entry, position) => [entry, position]));
  let named: NamedEntries<Entry> | undefined;
  return {
    without(known) {
      const left = facts.slice();
      const taken: number[] = [];
      for (const entry of known) {
        const position = positions.get(entry);
        if (position !== undefined) taken.push(position);
      }
      for (const position of taken.sort((a, b) => b - a)) {
        const last = left.pop();
        if (last !== undefined && position < left.length) left[position] = last;
      }
      return left;
    },
    naming(name, known) {
      named ??= namedEntries(entries, factsOf);
      const found = [...(named.byName.get(name) ?? []), ...named.ofAnyName];
      return found.filter((entry) => !known.has(entry)).map(factsOf);
    },
  };
}

interface NamedEntries<Entry> {
  readonly byName: ReadonlyMap<string, readonly Entry[]>;
  readonly ofAnyName: readonly Entry[];
}

function namedEntries<Entry>(entries: readonly Entry[], factsOf: (entry: Entry) => ObjectFacts): NamedEntries<Entry> {
  const byName = new Map<string, Entry[]>();
  const ofAnyName: Entry[] = [];
  for (const entry of entries) {
    const names = namesIn(factsOf(entry));
    if (!names) ofAnyName.push(entry);
    for (const name of new Set(names)) {
      const sharing = byName.get(name);
      if (sharing) sharing.push(entry);
      else byName.set(name, [entry]);
    }
  }
  return { byName, ofAnyName };
}
