import { isBlank, isBreak, isBreakOrEnd } from './characters';
import { addRun, type Run } from './runs';
import { type Cursor, codeAt, markAt, readLine, scanFault, skipLine, type Token } from './scanState';

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
  const runs: Run[] = [];
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
    const isKept = isLiteral && text[at] === '\n' ? 1 : 0;
    addRun(runs, { at: value.length, from, length: at - from + isKept });
    value += text.slice(from, at);
    cursor.index = at;
    leading = at < text.length ? readLine(cursor) : '';
    trailing = breaks();
  }
  if (chomping !== '-') value += leading;
  if (chomping === '+') value += trailing;
  return { kind: 'scalar', start, end, value, suffix: '', style: isLiteral ? 'literal' : 'folded', copy: -1, runs };
}
