import { byteLength, decodeUtf8, encodeUtf8 } from '../go/bytes';
import { bytesBetween } from '../go/bytesBetween';
import { isBlank } from '../go/spaces';
import { madeOf } from '../origins/source';
import { addPart, joined, pieces } from '../values/joinTexts';
import { part, type Text, text } from '../values/value';
import { define, type Family, numberAt, textAt } from './define';
import { camelCase, delimitedCase } from './wordCases';

/** The functions that change letters, words and lines. */
export const cases: Family = {
  upper: define('string', (values) => eachCharacter(textAt(values, 0), upper)),
  lower: define('string', (values) => eachCharacter(textAt(values, 0), lower)),
  title: define('string', (values) => {
    const whole = textAt(values, 0);
    let before = ' ';
    return eachCharacter(whole, (character) => {
      const shown = isSeparator(before) ? upper(character) : character;
      before = character;
      return shown;
    });
  }),
  untitle: define('string', (values) => {
    let isStart = true;
    return eachCharacter(textAt(values, 0), (character) => {
      const shown = isStart ? lower(character) : character;
      isStart = isBlank(character);
      return shown;
    });
  }),
  swapcase: define('string', (values) => {
    let isStart = true;
    return eachCharacter(textAt(values, 0), (character) => {
      const isUpper = /[\p{Lu}\p{Lt}]/u.test(character);
      const shown = isUpper
        ? lower(character)
        : /\p{Ll}/u.test(character)
          ? isStart
            ? title(character)
            : upper(character)
          : character;
      isStart = isBlank(character);
      return shown;
    });
  }),
  nospace: define('string', (values) => {
    const whole = textAt(values, 0);
    const all = pieces();
    let place = 0;
    for (const character of whole.text) {
      const one = part(whole, place, place + character.length);
      if (!isBlank(character)) all.add(one.text, one.source);
      place += character.length;
    }
    return all.done();
  }),
  initials: define('string', (values) => {
    const whole = textAt(values, 0);
    let shown = '';
    let isGap = true;
    // goutils takes bytes for characters.
    for (const byte of encodeUtf8(whole.text)) {
      const character = String.fromCharCode(byte);
      if (isBlank(character)) isGap = true;
      else if (isGap) {
        shown += character;
        isGap = false;
      }
    }
    return text(shown, madeOf([whole.source]));
  }),
  snakecase: define('string', (values) => recased(textAt(values, 0), (whole) => delimitedCase(whole, '_'))),
  kebabcase: define('string', (values) => recased(textAt(values, 0), (whole) => delimitedCase(whole, '-'))),
  camelcase: define('string', (values) => recased(textAt(values, 0), camelCase)),
  abbrev: define('int, string', (values) => {
    const [width, whole] = [numberAt(values, 0), textAt(values, 1)];
    return width < 4 ? whole : abbreviated(whole, 0, width);
  }),
  abbrevboth: define('int, int, string', (values) => {
    const [left, right, whole] = [numberAt(values, 0), numberAt(values, 1), textAt(values, 2)];
    if (right < 4 || (left > 0 && right < 7)) return whole;
    return abbreviated(whole, left, right);
  }),
  wrap: define('int, string', (values) =>
    recased(textAt(values, 1), (whole) => wrapped(whole, numberAt(values, 0), '\n', false)),
  ),
  wrapWith: define('int, string, string', (values) => {
    return recased(textAt(values, 2), (whole) => wrapped(whole, numberAt(values, 0), textAt(values, 1).text, true));
  }),
};

/** Go maps each character to one: `ß` stays. */
function upper(character: string): string {
  const shown = character.toUpperCase();
  return [...shown].length === 1 ? shown : character;
}

function lower(character: string): string {
  const shown = character.toLowerCase();
  return [...shown].length === 1 ? shown : (shown[0] ?? character);
}

function title(character: string): string {
  return upper(character);
}

function isSeparator(character: string): boolean {
  if (/^[\0-\x7f]$/.test(character)) return !/[\w]/.test(character);
  return !/[\p{L}\p{Nd}]/u.test(character) && isBlank(character);
}

function eachCharacter(whole: Text, change: (character: string) => string): Text {
  const all = pieces();
  const mark = madeOf([whole.source]);
  let [from, place] = [0, 0];
  for (const character of whole.text) {
    const shown = change(character);
    if (shown !== character) {
      addPart(all, whole, from, place);
      all.add(shown, mark);
      from = place + character.length;
    }
    place += character.length;
  }
  if (from === 0) return whole;
  addPart(all, whole, from, place);
  return all.done();
}

function recased(whole: Text, change: (written: string) => string): Text {
  const written = change(whole.text);
  return written === whole.text ? whole : text(written, madeOf([whole.source]));
}

/** goutils' `AbbreviateFull`, which counts bytes. */
function abbreviated(whole: Text, offset: number, width: number): Text {
  const length = byteLength(whole.text);
  if (length <= width) return whole;
  const dots = text('...', madeOf([whole.source]));
  let start = Math.min(offset, length);
  if (length - start < width - 3) start = length - (width - 3);
  if (start <= 4) return joined([bytesBetween(whole, 0, width - 3), dots]);
  if (start + width - 3 < length) return joined([dots, abbreviated(bytesBetween(whole, start, length), 0, width - 3)]);
  return joined([dots, bytesBetween(whole, length - (width - 3), length)]);
}

/** goutils' `WrapCustom`: breaks lines at blanks, long words only if asked to; it counts bytes. */
function wrapped(whole: string, width: number, separator: string, breaksWords: boolean): string {
  const bytes = encodeUtf8(whole);
  const between = (start: number, end: number) => decodeUtf8(bytes.subarray(start, end));
  const [size, blank] = [Math.max(1, width), 32];
  const lines: string[] = [];
  let offset = 0;
  while (bytes.length - offset > size) {
    if (bytes[offset] === blank) {
      offset++;
      continue;
    }
    const space = bytes.lastIndexOf(blank, offset + size);
    let end = space;
    if (space < offset && breaksWords) end = offset + size;
    else if (space < offset) end = bytes.indexOf(blank, offset + size);
    if (end < 0) break;
    lines.push(between(offset, end));
    offset = space < offset && breaksWords ? end : end + 1;
  }
  return whole === '' ? '' : [...lines, between(offset, bytes.length)].join(separator || '\n');
}
