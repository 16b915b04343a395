import { spaces } from '../go/spaces';
import { madeOf, type Source } from '../origins/source';
import { addPart, type Pieces } from '../values/joinTexts';
import type { Text } from '../values/value';
import type { WrittenStyle } from './scalarStyle';

/** Where a scalar is written. */
export interface Spacing {
  /** The column that it begins at. */
  readonly column: number;
  /** The indentation of its further lines. */
  readonly indent: number;
  /** Lines may be broken behind this column. */
  readonly width: number;
}

/** Writes a scalar; quotes and broken lines belong to it. */
export function writeScalar(all: Pieces, value: Text, style: WrittenStyle, spacing: Spacing): void {
  switch (style) {
    case 'plain':
      if (spacing.column + value.text.length <= spacing.width) all.add(value.text, value.source);
      else writeFolded(all, value, spacing, spacing.column, false);
      return;
    case 'single': {
      const mark = madeOf([value.source]);
      all.add("'", mark);
      writeFolded(all, value, spacing, spacing.column + 1, true);
      all.add("'", mark);
      return;
    }
    case 'double':
      writeDouble(all, value, spacing);
      return;
    case 'literal':
      writeLiteral(all, value, spacing);
  }
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\u2028' || character === '\u2029';
}

/** Writes a plain or single-quoted scalar, which is folded at single blanks. */
function writeFolded(all: Pieces, value: Text, spacing: Spacing, start: number, isQuoted: boolean): void {
  const { text, source } = value;
  const mark = madeOf([source]);
  let from = 0;
  let column = start;
  let wasSpace = false;
  let wasBreak = false;
  const flush = (to: number) => addPart(all, value, from, to);
  for (let place = 0; place < text.length; place++) {
    const character = text[place];
    const isPair = (text.charCodeAt(place) & 0xfc00) === 0xdc00;
    if (character === ' ') {
      const isInside = !isQuoted || (place > 0 && place < text.length - 1);
      if (isInside && !wasSpace && column > spacing.width && text[place + 1] !== ' ') {
        flush(place);
        all.add(`\n${spaces(spacing.indent)}`, mark);
        from = place + 1;
        column = spacing.indent;
      } else column++;
      wasSpace = true;
    } else if (isBreak(character)) {
      flush(place);
      if (!wasBreak && character === '\n') all.add('\n', mark);
      all.add(character ?? '', mark);
      from = place + 1;
      column = 0;
      wasBreak = true;
    } else {
      if (wasBreak) {
        all.add(`${column > 0 ? '\n' : ''}${spaces(spacing.indent)}`, mark);
        column = spacing.indent;
      }
      if (isQuoted && character === "'") {
        flush(place);
        all.add("'", mark);
        from = place;
        column++;
      }
      if (!isPair) column++;
      wasSpace = false;
      wasBreak = false;
    }
  }
  flush(text.length);
}

const escapes: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\xa0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};
const printable = /[\x20-\x7e\u00a0-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

function writeDouble(all: Pieces, value: Text, spacing: Spacing): void {
  const { text, source } = value;
  const mark = madeOf([source]);
  all.add('"', mark);
  let from = 0;
  let column = spacing.column + 1;
  let wasSpace = false;
  let place = 0;
  while (place < text.length) {
    const character = String.fromCodePoint(text.codePointAt(place) ?? 0);
    const isShown = character.length === 1 && printable.test(character) && !/["\\\u2028\u2029]/.test(character);
    if (!isShown) {
      addPart(all, value, from, place);
      const written = `\\${escapes[character] ?? hexadecimal(character)}`;
      all.add(written, mark);
      column += written.length;
      from = place + character.length;
      wasSpace = false;
    } else if (character === ' ') {
      if (!wasSpace && column > spacing.width && place > 0 && place < text.length - 1) {
        addPart(all, value, from, place);
        all.add(`\n${spaces(spacing.indent)}${text[place + 1] === ' ' ? '\\' : ''}`, mark);
        column = spacing.indent + (text[place + 1] === ' ' ? 1 : 0);
        from = place + 1;
      } else column++;
      wasSpace = true;
    } else {
      column++;
      wasSpace = false;
    }
    place += character.length;
  }
  addPart(all, value, from, text.length);
  all.add('"', mark);
}

function hexadecimal(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `u${digits.padStart(4, '0')}` : `U${digits.padStart(8, '0')}`;
}

/** Writes a literal block, without the line break that ends its last line if it has none of its own. */
function writeLiteral(all: Pieces, value: Text, { indent }: Spacing): void {
  const { text, source } = value;
  const mark: Source | undefined = madeOf([source]);
  const hint = /^[ \n\u2028\u2029]/.test(text) ? '2' : '';
  const chomp = !isBreak(text.at(-1)) ? '-' : text.length === 1 || isBreak(text.at(-2)) ? '+' : '';
  all.add(`|${hint}${chomp}\n`, mark);
  const pad = spaces(indent);
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next + 1;
    if (text[start] !== '\n') all.add(pad);
    addPart(all, value, start, end);
    start = end;
  }
}
