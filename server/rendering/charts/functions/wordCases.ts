/*
 * How github.com/huandu/xstrings 1.5 splits words, which `snakecase`, `kebabcase` and `camelcase` use.
 */

type WordKind = 'none' | 'number' | 'upper' | 'alphabet' | 'connector' | 'punctuation' | 'other';

interface Word {
  readonly kind: WordKind;
  readonly text: string;
}

const connector = /[-_\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;
const upper = /\p{Lu}/u;
/** A letter that has no case counts too. */
const alphabet = /\p{L}/u;
const digit = /\p{N}/u;
const punctuation = /\p{P}/u;

/** The words of a text. */
function* wordsOf(text: string): Iterable<Word> {
  const all = [...text];
  let place = 0;
  const run = (holds: (character: string) => boolean): number => {
    let end = place;
    while (end < all.length && holds(all[end] ?? '')) end++;
    return end;
  };
  while (place < all.length) {
    const first = all[place] ?? '';
    let kind: WordKind;
    let end: number;
    if (connector.test(first)) [kind, end] = ['connector', run((one) => connector.test(one))];
    else if (punctuation.test(first)) [kind, end] = ['punctuation', run((one) => punctuation.test(one))];
    else if (upper.test(first)) {
      kind = 'upper';
      end = run((one) => upper.test(one));
      const next = all[end] ?? '';
      const isLower = alphabet.test(next) && !upper.test(next);
      // "HTTPStatus" is "HTTP" and "Status".
      if (end - place > 1 && isLower) end--;
      else if (isLower) while (end < all.length && alphabet.test(all[end] ?? '') && !upper.test(all[end] ?? '')) end++;
    } else if (alphabet.test(first)) [kind, end] = ['alphabet', run((one) => alphabet.test(one) && !upper.test(one))];
    else if (digit.test(first)) [kind, end] = ['number', run((one) => digit.test(one))];
    else {
      kind = 'other';
      end = run((one) => !connector.test(one) && !alphabet.test(one) && !digit.test(one) && !punctuation.test(one));
    }
    yield { kind, text: all.slice(place, end).join('') };
    place = end;
  }
}

/** `snakecase` and `kebabcase`. */
export function delimitedCase(text: string, mark: string): string {
  const words = [...wordsOf(text)];
  let written = '';
  let place = 0;
  const at = (): Word => words[place] ?? { kind: 'none', text: '' };
  const hasMore = () => place + 1 < words.length;
  const write = ({ kind, text: word }: Word) => {
    if (kind === 'upper') written += word.toLowerCase();
    else written += kind === 'connector' ? mark.repeat([...word].length) : word;
  };
  const writeJoined = () => {
    while (at().kind === 'alphabet' || at().kind === 'number') {
      write(at());
      place++;
    }
  };
  const separates = (kind: WordKind) => kind !== 'connector' && kind !== 'punctuation';
  while (hasMore()) {
    const previous = at();
    if (previous.kind !== 'connector') write(previous);
    place++;
    if (previous.kind === 'number') {
      writeJoined();
      if (at().kind !== 'none' && separates(at().kind)) written += mark;
    } else if (previous.kind === 'connector') write(previous);
    else if (previous.kind !== 'punctuation') {
      if (at().kind !== 'number') {
        if (separates(at().kind)) written += mark;
      } else if (hasMore()) {
        // A number belongs to the word before it, unless small letters follow: "Bld4Floor", "HTTP2xx".
        const number = at();
        place++;
        if (at().kind !== 'alphabet') {
          write(number);
          if (separates(at().kind)) written += mark;
        } else {
          written += mark;
          write(number);
          writeJoined();
          if (at().kind !== 'none' && separates(at().kind)) written += mark;
        }
      }
    }
  }
  write(at());
  return written;
}

/** `camelcase`, with a capital first. */
export function camelCase(text: string): string {
  const all = [...text];
  let written = '';
  let place = 0;
  while (place < all.length && connector.test(all[place] ?? '')) written += all[place++];
  if (place >= all.length) return written + (all.at(-1) ?? '');
  let current = all[place++] ?? '';
  let isUpper = upper.test(current);
  current = current.toUpperCase();
  for (; place < all.length; place++) {
    const before = current;
    current = all[place] ?? '';
    if (connector.test(current) && connector.test(before)) {
      written += before;
      continue;
    }
    if (connector.test(before)) {
      isUpper = upper.test(current);
      current = current.toUpperCase();
      continue;
    }
    if (isUpper) {
      if (upper.test(current)) current = current.toLowerCase();
      else isUpper = false;
    }
    written += before;
  }
  return written + current;
}
