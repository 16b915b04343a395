import MiniSearch from 'minisearch';
import type { SearchEntry } from '../content';

/** Finds entries by the beginnings of words, forgiving a slip in longer ones. */
export interface SearchEngine {
  /** The best entries first, not more than `most`. */
  readonly find: (query: string, most: number) => readonly SearchEntry[];
}

/** A search over these entries. */
export function searchEngine(entries: readonly SearchEntry[]): SearchEngine {
  const index = new MiniSearch({
    fields: ['title', 'place', 'text'],
    searchOptions: {
      boost: { title: 6, place: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
      // A heading that holds the word is wanted more often than a command that happens to.
      boostDocument: (id) => (entries[Number(id)]?.kind === 'section' ? 1.6 : 1),
    },
  });
  index.addAll(entries.map(({ title, place, text }, id) => ({ id, title, place, text })));
  return {
    find: (query, most) =>
      index
        .search(query)
        .slice(0, most)
        .flatMap(({ id }) => entries[Number(id)] ?? []),
  };
}
