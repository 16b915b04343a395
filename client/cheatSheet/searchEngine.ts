import MiniSearch from 'minisearch';
import type { SearchEntry } from './content';

/** Finds entries by words and their beginnings, forgiving a slip in longer ones. */
export interface SearchEngine {
  /** The best entries first, not more than `most`: those with all words of the query before those with fewer. */
  readonly find: (query: string, most: number) => readonly SearchEntry[];
}

/** Words that a question is made of, and that say nothing about what is looked for. */
const stopWords: ReadonlySet<string> = new Set([
  ...[
    'a',
    'an',
    'and',
    'any',
    'are',
    'as',
    'at',
    'be',
    'but',
    'by',
    'can',
    'could',
    'do',
    'does',
    'for',
    'from',
    'get',
    'has',
  ],
  ...[
    'have',
    'how',
    'i',
    'if',
    'in',
    'into',
    'is',
    'it',
    'its',
    'make',
    'me',
    'my',
    'of',
    'on',
    'or',
    'our',
    'should',
    'so',
  ],
  ...[
    'than',
    'that',
    'the',
    'their',
    'them',
    'then',
    'there',
    'these',
    'this',
    'to',
    'use',
    'using',
    'want',
    'was',
    'we',
  ],
  ...['what', 'when', 'where', 'which', 'who', 'why', 'will', 'with', 'you', 'your'],
]);

/** A heading that holds the word is wanted more often than a command or a field that happens to. */
const weights: Readonly<Record<SearchEntry['kind'], number>> = {
  section: 1.6,
  command: 1,
  YAML: 0.7,
  diagram: 1,
  rule: 1,
  snippet: 1,
};

/** A search over these entries. */
export function searchEngine(entries: readonly SearchEntry[]): SearchEngine {
  const index = new MiniSearch({
    fields: ['title', 'place', 'text'],
    processTerm: indexedWords,
    searchOptions: {
      boost: { title: 6, place: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'OR',
      processTerm: (term) => term.toLowerCase(),
      boostDocument: (id) => weights[entries[Number(id)]?.kind ?? 'command'],
    },
  });
  index.addAll(entries.map(({ title, place, text }, id) => ({ id, title, place, text })));
  return {
    find: (query, most) => {
      const found = index.search(withoutStopWords(query));
      // The more of the query's words an entry has, the better, whatever they score; the order among equals stays.
      const sorted = found.sort((one, other) => other.queryTerms.length - one.queryTerms.length);
      return sorted.slice(0, most).flatMap(({ id }) => entries[Number(id)] ?? []);
    },
  };
}

/** A field's name is found as a whole and by its parts: `readOnlyRootFilesystem` by "filesystem" too. */
function indexedWords(word: string): string | string[] {
  const parts = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? [];
  const whole = word.toLowerCase();
  return parts.length > 1 ? [whole, ...parts.map((part) => part.toLowerCase())] : whole;
}

/** A query of nothing but such words is left as it is. */
function withoutStopWords(query: string): string {
  const words = query.split(/\s+/);
  const telling = words.filter((word) => !stopWords.has(word.toLowerCase().replace(/[^a-z]+$/, '')));
  return (telling.length > 0 ? telling : words).join(' ');
}
