import { isBlank, isBlankOrEnd, isBreak } from './characters';
import { addRun, type Run } from './runs';
import {
  type Cursor,
  codeAt,
  foldedBreaks,
  isDocumentMark,
  markAt,
  readLine,
  scanFault,
  type Token,
} from './scanState';

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
  let runs: Run[] | undefined;
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
        runs ??= [{ at: 0, from: start.index, length: value.length }];
        value += foldedBreaks(leading, trailing);
        [leading, trailing, isBehindBreak] = ['', '', false];
      } else value += blanks;
      if (runs)
        addRun(runs, {
          at: value.length - blanks.length,
          from: from - blanks.length,
          length: blanks.length + at - from,
        });
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
  const copy = runs ? -1 : start.index;
  return { kind: 'scalar', start, end, value, suffix: '', style: 'plain', copy, runs };
}
