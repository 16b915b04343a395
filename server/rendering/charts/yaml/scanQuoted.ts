import { isBlank, isBlankOrEnd, isBreak } from './characters';
import { addRun, type Run } from './runs';
import {
  type Cursor,
  codeAt,
  foldedBreaks,
  isDocumentMark,
  type Mark,
  markAt,
  readLine,
  scanFault,
  skipLine,
  type Token,
} from './scanState';

/** Reads a scalar in quotes. */
export function quotedScalar(cursor: Cursor, isSingle: boolean): Token {
  const start = markAt(cursor);
  const { text } = cursor;
  const mark = isSingle ? 39 : 34;
  cursor.index++;
  let value = '';
  let runs: Run[] | undefined;
  const isNoCopy = () => {
    runs ??= [{ at: 0, from: start.index + 1, length: value.length }];
  };
  const copyTo = (end: number) => {
    if (runs) addRun(runs, { at: value.length, from: cursor.index, length: end - cursor.index });
    value += text.slice(cursor.index, end);
    cursor.index = end;
  };
  for (;;) {
    if (isDocumentMark(cursor)) throw scanFault(start, 'found unexpected document indicator', markAt(cursor));
    if (cursor.index >= text.length) throw scanFault(start, 'found unexpected end of stream', markAt(cursor));
    let isBehindBreak = false;
    while (!isBlankOrEnd(codeAt(cursor))) {
      const code = codeAt(cursor);
      if (isSingle && code === 39 && codeAt(cursor, 1) === 39) {
        isNoCopy();
        copyTo(cursor.index + 1);
        cursor.index++;
      } else if (code === mark) break;
      else if (!isSingle && code === 92) {
        isNoCopy();
        if (isBreak(codeAt(cursor, 1))) {
          cursor.index++;
          skipLine(cursor);
          isBehindBreak = true;
          break;
        }
        value += escapeAt(cursor, start);
      } else {
        let at = cursor.index + 1;
        while (at < text.length) {
          const next = text.charCodeAt(at);
          if (next === mark || next === 92 || isBlankOrEnd(next)) break;
          at++;
        }
        copyTo(at);
      }
    }
    if (codeAt(cursor) === mark) break;
    let blanks = '';
    let leading = '';
    let trailing = '';
    for (;;) {
      const code = codeAt(cursor);
      if (isBlank(code)) {
        if (!isBehindBreak) blanks += text[cursor.index];
        cursor.index++;
      } else if (isBreak(code)) {
        isNoCopy();
        if (isBehindBreak) trailing += readLine(cursor);
        else {
          blanks = '';
          leading = readLine(cursor);
          isBehindBreak = true;
        }
      } else break;
    }
    if (isBehindBreak) value += leading === '' ? trailing : foldedBreaks(leading, trailing);
    else {
      cursor.index -= blanks.length;
      copyTo(cursor.index + blanks.length);
    }
  }
  cursor.index++;
  const copy = runs ? -1 : start.index + 1;
  const style = isSingle ? 'single' : 'double';
  return { kind: 'scalar', start, end: markAt(cursor), value, suffix: '', style, copy, runs };
}

const escapes: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
const widths: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

function escapeAt(cursor: Cursor, start: Mark): string {
  const letter = cursor.text[cursor.index + 1] ?? '';
  const known = escapes[letter];
  if (known !== undefined) {
    cursor.index += 2;
    return known;
  }
  const width = widths[letter];
  if (width === undefined) throw scanFault(start, 'found unknown escape character', markAt(cursor));
  cursor.index += 2;
  const digits = cursor.text.slice(cursor.index, cursor.index + width);
  if (digits.length < width || !/^[\da-fA-F]+$/.test(digits)) {
    throw scanFault(start, 'did not find expected hexdecimal number', markAt(cursor));
  }
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff) {
    throw scanFault(start, 'found invalid Unicode character escape code', markAt(cursor));
  }
  cursor.index += width;
  return String.fromCodePoint(code);
}
