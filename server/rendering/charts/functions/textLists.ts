import { stepsOfItem } from '../evaluation/budget';
import { joined } from '../values/joinTexts';
import { list, part, type Text, table, type Value } from '../values/value';
import { toText } from './casts';
import { anyAt, define, type Family, numberAt, textAt } from './define';
import { put } from './dicts';
import { looking } from './weight';

/** Sprig's `strslice`: the items that are there, as texts. */
export function textsOf(value: Value): Text[] {
  if (value.kind === 'nil') return [];
  if (value.kind !== 'list') return [toText(value)];
  return value.items.filter(({ kind }) => kind !== 'nil').map(toText);
}

/** Functions from texts to lists and back. */
export const textLists: Family = {
  ...looking({ join: define('string, any', (values) => joined(textsOf(anyAt(values, 1)), textAt(values, 0))) }),
  splitList: define('string, string', (values, { run }) => {
    const whole = textAt(values, 1);
    return list(splitText(whole, textAt(values, 0).text, { take: run.budget.take }), '[]string', whole.source);
  }),
  split: define('string, string', (values) =>
    numbered(textAt(values, 1), splitText(textAt(values, 1), textAt(values, 0).text)),
  ),
  splitn: define('string, int, string', (values) => {
    const [separator, count, whole] = [textAt(values, 0).text, numberAt(values, 1), textAt(values, 2)];
    return numbered(whole, splitText(whole, separator, { count }));
  }),
};

function numbered(whole: Text, parts: readonly Text[]): Value {
  const made = table(new Map(), 'map[string]string', whole.source);
  for (const [index, one] of parts.entries()) put(made, `_${index}`, one, one.source);
  return made;
}

/** `strings.SplitN`; a negative count is none. */
export function splitText(
  whole: Text,
  separator: string,
  { count = -1, take = () => {} }: { readonly count?: number; readonly take?: (steps: number) => void } = {},
): Text[] {
  if (count === 0) return [];
  const parts: Text[] = [];
  const add = (one: Text) => {
    take(stepsOfItem);
    parts.push(one);
  };
  if (separator === '') {
    let place = 0;
    for (const character of whole.text) {
      if (parts.length === count - 1) break;
      add(part(whole, place, place + character.length));
      place += character.length;
    }
    if (place < whole.text.length) parts.push(part(whole, place));
    return parts;
  }
  let start = 0;
  while (count < 0 || parts.length < count - 1) {
    const end = whole.text.indexOf(separator, start);
    if (end < 0) break;
    add(part(whole, start, end));
    start = end + separator.length;
  }
  parts.push(part(whole, start));
  return parts;
}
