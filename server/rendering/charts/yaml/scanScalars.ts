import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from './characters';
import {
  type Cursor,
  codeAt,
  isDocumentMark,
  type Mark,
  markAt,
  readLine,
  scanFault,
  skipLine,
  type Token,
} from './scanState';

/** Joins the lines of a flow scalar: one break is a blank, more are all but the first. */
function folded(leading: string, trailing: string): string {
  if (leading[0] !== '\n') return leading + trailing;
  return trailing === '' ? ' ' : trailing;
}

/** Reads a plain scalar. */
export function plainScalar(cursor: Cursor): Token {
  const start = markAt(cursor);
  const indent = cursor.indent + 1;
  const { text } = cursor;
  let end = start;
  let value = '';
  let isBehindBreak = false;
  let leading = '';
  let trailing = '';
  let blanks = '';
  let lines = 0;
  for (;;) {
    if (isDocumentMark(cursor) || codeAt(cursor) === 35) break;
    const from = cursor.index;
    let at = from;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (isBlankOrEnd(code)) break;
      if (code === 58 && isBlankOrEnd(at + 1 < text.length ? text.charCodeAt(at + 1) : 0)) break;
      // , ? [ ] { }
      const isIndicator = code === 44 || code === 63 || code === 91 || code === 93 || code === 123 || code === 125;
      if (cursor.flowLevel > 0 && isIndicator) break;
      at++;
    }
    if (at > from) {
      if (isBehindBreak) {
        value += folded(leading, trailing);
        [leading, trailing, isBehindBreak] = ['', '', false];
        lines++;
      } else value += blanks;
      blanks = '';
      value += text.slice(from, at);
      cursor.index = at;
      end = markAt(cursor);
    }
    const code = codeAt(cursor);
    if (!isBlank(code) && !isBreak(code)) break;
    for (;;) {
      const next = codeAt(cursor);
      if (isBlank(next)) {
        if (isBehindBreak && next === 9 && cursor.index - cursor.lineStart < indent) {
          throw scanFault(start, 'found a tab character that violates indentation', markAt(cursor));
        }
        if (!isBehindBreak) blanks += text[cursor.index];
        cursor.index++;
      } else if (isBreak(next)) {
        if (isBehindBreak) trailing += readLine(cursor);
        else {
          blanks = '';
          leading = readLine(cursor);
          isBehindBreak = true;
        }
      } else break;
    }
    if (cursor.flowLevel === 0 && cursor.index - cursor.lineStart < indent) break;
  }
  if (isBehindBreak) cursor.isKeyAllowed = true;
  const copy = lines === 0 ? start.index : -1;
  return { kind: 'scalar', start, end, value, suffix: '', style: 'plain', copy };
}

/** Reads a scalar in quotes. */
export function quotedScalar(cursor: Cursor, isSingle: boolean): Token {
  const start = markAt(cursor);
  const { text } = cursor;
  const mark = isSingle ? 39 : 34;
  cursor.index++;
  let value = '';
  let isCopy = true;
  for (;;) {
    if (isDocumentMark(cursor)) throw scanFault(start, 'found unexpected document indicator', markAt(cursor));
    if (cursor.index >= text.length) throw scanFault(start, 'found unexpected end of stream', markAt(cursor));
    let isBehindBreak = false;
    while (!isBlankOrEnd(codeAt(cursor))) {
      const code = codeAt(cursor);
      if (isSingle && code === 39 && codeAt(cursor, 1) === 39) {
        value += "'";
        isCopy = false;
        cursor.index += 2;
      } else if (code === mark) break;
      else if (!isSingle && code === 92) {
        isCopy = false;
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
        value += text.slice(cursor.index, at);
        cursor.index = at;
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
        isCopy = false;
        if (isBehindBreak) trailing += readLine(cursor);
        else {
          blanks = '';
          leading = readLine(cursor);
          isBehindBreak = true;
        }
      } else break;
    }
    value += isBehindBreak ? (leading === '' ? trailing : folded(leading, trailing)) : blanks;
  }
  cursor.index++;
  const copy = isCopy ? start.index + 1 : -1;
  return { kind: 'scalar', start, end: markAt(cursor), value, suffix: '', style: isSingle ? 'single' : 'double', copy };
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

/** Reads a block scalar. */
export function blockScalar(cursor: Cursor, isLiteral: boolean): Token {
  const start = markAt(cursor);
  const { text } = cursor;
  const fail = (problem: string) => scanFault(start, problem, markAt(cursor));
  cursor.index++;
  let chomping = '';
  let increment = 0;
  for (let turn = 0; turn < 2; turn++) {
    const letter = text[cursor.index] ?? '';
    if (chomping === '' && (letter === '+' || letter === '-')) chomping = letter;
    else if (increment === 0 && letter >= '0' && letter <= '9') {
      if (letter === '0') throw fail('found an indentation indicator equal to 0');
      increment = Number(letter);
    } else break;
    cursor.index++;
  }
  while (isBlank(codeAt(cursor))) cursor.index++;
  if (codeAt(cursor) === 35) while (!isBreakOrEnd(codeAt(cursor))) cursor.index++;
  if (!isBreakOrEnd(codeAt(cursor))) throw fail('did not find expected comment or line break');
  if (isBreak(codeAt(cursor))) skipLine(cursor);
  let end = markAt(cursor);
  let indent = increment > 0 ? (cursor.indent >= 0 ? cursor.indent + increment : increment) : 0;

  /** Steps over indentation and blank lines, which it gives back. */
  const breaks = (): string => {
    let found = '';
    let deepest = 0;
    end = markAt(cursor);
    for (;;) {
      while ((indent === 0 || cursor.index - cursor.lineStart < indent) && codeAt(cursor) === 32) cursor.index++;
      const column = cursor.index - cursor.lineStart;
      deepest = Math.max(deepest, column);
      if ((indent === 0 || column < indent) && codeAt(cursor) === 9) {
        throw fail('found a tab character where an indentation space is expected');
      }
      if (!isBreak(codeAt(cursor))) break;
      found += readLine(cursor);
      end = markAt(cursor);
    }
    if (indent === 0) indent = Math.max(deepest, cursor.indent + 1, 1);
    return found;
  };

  let trailing = breaks();
  const first = cursor.index;
  let lineCount = 0;
  let value = '';
  let leading = '';
  let wasBlank = false;
  while (cursor.index - cursor.lineStart === indent && cursor.index < text.length) {
    const isBlankStart = isBlank(codeAt(cursor));
    if (!isLiteral && !wasBlank && !isBlankStart && leading[0] === '\n') {
      if (trailing === '') value += ' ';
    } else value += leading;
    value += trailing;
    wasBlank = isBlankStart;
    const from = cursor.index;
    let at = from;
    while (at < text.length && !isBreakOrEnd(text.charCodeAt(at))) at++;
    value += text.slice(from, at);
    cursor.index = at;
    lineCount++;
    leading = at < text.length ? readLine(cursor) : '';
    trailing = breaks();
  }
  if (chomping !== '-') value += leading;
  if (chomping === '+') value += trailing;
  const copy = lineCount === 1 ? first : -1;
  return { kind: 'scalar', start, end, value, suffix: '', style: isLiteral ? 'literal' : 'folded', copy };
}
