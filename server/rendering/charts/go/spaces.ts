import { part, type Text } from '../values/value';

/** What `unicode.IsSpace` takes for a blank. */
const blank = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** True for a character that Go takes for a blank. */
export function isBlank(character: string): boolean {
  return blank.test(character);
}

const made: string[] = [];

/** So many spaces. */
export function spaces(count: number): string {
  if (count > 100) return ' '.repeat(count);
  made[count] ??= ' '.repeat(count);
  return made[count] ?? '';
}

/** `strings.TrimSpace`. */
export function trimmed(whole: Text): Text {
  const { start, end } = extent(whole.text);
  return part(whole, start, end);
}

/** `strings.TrimSpace` of what has no origin. */
export function trimSpace(whole: string): string {
  const { start, end } = extent(whole);
  return whole.slice(start, end);
}

/** What is left of a text without the blanks around it. */
export function extent(whole: string): { start: number; end: number } {
  let start = 0;
  let end = whole.length;
  while (start < end && isBlankAt(whole, start)) start++;
  while (end > start && isBlankAt(whole, end - 1)) end--;
  return { start, end };
}

function isBlankAt(whole: string, place: number): boolean {
  const code = whole.charCodeAt(place);
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return blank.test(whole[place] ?? '');
}

/** `strings.Trim`. */
export function trimmedOf(whole: Text, characters: string): Text {
  const set = new Set(characters);
  const all = [...whole.text];
  let [first, last] = [0, all.length];
  while (first < last && set.has(all[first] ?? '')) first++;
  while (last > first && set.has(all[last - 1] ?? '')) last--;
  const start = all.slice(0, first).join('').length;
  return part(whole, start, start + all.slice(first, last).join('').length);
}
