import { extent, trimmed } from '../go/spaces';
import { part, type Text } from '../values/value';

/** Blanks as Go's `\\s` has them: ASCII's only. */
function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 12 || code === 13;
}

/** Splits what a template wrote into documents as helm does: by `(?:^|\\s*\\n)---\\s*`, not as YAML. */
export function splitDocuments(whole: Text): Text[] {
  const { start, end } = extent(whole.text);
  const inner = part(whole, start, end);
  const { text } = inner;
  const documents: Text[] = [];
  let place = 0;
  const add = (to: number) => {
    if (to > place) documents.push(trimmed(part(inner, place, to)));
  };
  const behind = (mark: number) => {
    let at = mark + 3;
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    return at;
  };
  if (text.startsWith('---')) place = behind(0);
  for (let mark = text.indexOf('\n---', place); mark >= 0; mark = text.indexOf('\n---', place)) {
    // Blanks before the line belong to the separator, as far as an earlier one hasn't taken them.
    let before = mark;
    while (before > place && isBlank(text.charCodeAt(before - 1))) before--;
    add(before);
    place = behind(mark + 1);
  }
  add(text.length);
  return documents;
}
