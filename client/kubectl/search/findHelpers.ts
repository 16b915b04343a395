import { helpers } from '../catalogue/catalogue';
import type { Helper } from '../catalogue/helper';
import { shownLines } from '../commandLine/shownLines';

/*
 * How helpers are found by what somebody types: words in any order, from the title, the synonyms, the command lines
 * (ours, and those of the practice page as one has them in mind) and what it is useful for.
 */

/** What a text counts that holds a typed word: as a whole word, at a word's beginning, anywhere. */
const fields: readonly { readonly of: (helper: Helper) => readonly string[]; readonly weights: readonly number[] }[] = [
  { of: ({ title }) => [title], weights: [100, 70, 20] },
  { of: ({ synonyms }) => synonyms, weights: [60, 45, 12] },
  { of: (helper) => [helper.id, ...(helper.source ?? []), ...shownLines(helper)], weights: [30, 18, 6] },
  { of: ({ useful, group }) => [useful, group], weights: [10, 6, 0] },
];

/** What a phrase counts, typed as it stands in the title, the synonyms or a command line. */
const phraseWeights = [120, 120, 80, 0];

/** Words that people type around what they look for. */
const fillers = new Set(['a', 'an', 'and', 'for', 'how', 'in', 'my', 'of', 'on', 'the', 'to', 'with']);

interface Indexed {
  readonly helper: Helper;
  readonly texts: readonly (readonly { readonly text: string; readonly words: ReadonlySet<string> }[])[];
}

let index: readonly Indexed[] | undefined;

/** The helpers for what was typed, the best first; all of them, in the catalogue's order, where nothing was typed. */
export function findHelpers(typed: string): readonly Helper[] {
  const phrase = plain(typed);
  const asked = wordsOf(phrase);
  const counting = asked.filter((word) => !fillers.has(word));
  const words = counting.length > 0 ? counting : asked;
  if (words.length === 0) return typed.trim() === '' ? helpers : [];
  index ??= helpers.map(indexed);
  const scored = index.map((entry) => ({ helper: entry.helper, ...scoreOf(entry, words, phrase) }));
  // A line that was pasted may hold names that no helper knows: as many of its words as any has, but a third at least.
  const most = Math.max(...scored.map(({ found }) => found));
  if (most * 3 < words.length || most === 0) return [];
  return scored
    .filter(({ found }) => found === most)
    .sort((one, other) => other.score - one.score || one.helper.title.length - other.helper.title.length)
    .map(({ helper }) => helper);
}

function scoreOf({ texts }: Indexed, words: readonly string[], phrase: string): { found: number; score: number } {
  let found = 0;
  let score = 0;
  for (const word of words) {
    const best = Math.max(0, ...texts.map((field, at) => bestIn(field, word, fields[at]?.weights ?? [])));
    if (best > 0) found++;
    score += best;
  }
  const isWhole = texts.map((field) => field.some(({ text }) => ` ${text} `.includes(` ${phrase} `)));
  const wholePhrase =
    words.length > 1 ? Math.max(0, ...isWhole.map((is, at) => (is ? (phraseWeights[at] ?? 0) : 0))) : 0;
  return { found, score: score + wholePhrase };
}

function bestIn(field: Indexed['texts'][number], word: string, weights: readonly number[]): number {
  const [whole = 0, beginning = 0, anywhere = 0] = weights;
  let best = 0;
  for (const { text, words } of field) {
    if (words.has(word)) return whole;
    if (best < beginning && [...words].some((each) => each.startsWith(word))) best = beginning;
    else if (best < anywhere && word.length > 2 && text.includes(word)) best = anywhere;
  }
  return best;
}

function indexed(helper: Helper): Indexed {
  return {
    helper,
    texts: fields.map(({ of }) =>
      of(helper).map((text) => {
        const simple = plain(text);
        return { text: simple, words: new Set(wordsOf(simple)) };
      }),
    ),
  };
}

/** In lower case, with one space between words; the aliases stand for what they are short for. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^k (?=[a-z])/, 'kubectl ')
    .replace(/^ks (?=[a-z])/, 'kubectl n kube system ');
}

/** The words of a text, also without the ending of the plural. */
function wordsOf(text: string): string[] {
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map(singular);
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
