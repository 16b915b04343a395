import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd, isWord } from './characters';
import { bareToken, type Cursor, codeAt, type Mark, markAt, scanFault, skipLine, type Token } from './scanState';

function word(cursor: Cursor): string {
  const start = cursor.index;
  while (isWord(codeAt(cursor))) cursor.index++;
  return cursor.text.slice(start, cursor.index);
}

/** Reads an anchor or an alias. */
export function anchor(cursor: Cursor, kind: 'anchor' | 'alias'): Token {
  const start = markAt(cursor);
  cursor.index++;
  const value = word(cursor);
  const next = codeAt(cursor);
  if (value === '' || !(isBlankOrEnd(next) || '?:,]}%@`'.includes(String.fromCharCode(next)))) {
    throw scanFault(start, 'did not find expected alphabetic or numeric character', markAt(cursor));
  }
  return { ...bareToken(kind, start, markAt(cursor)), value };
}

/** Reads a tag. */
export function tag(cursor: Cursor): Token {
  const start = markAt(cursor);
  const fail = (problem: string) => scanFault(start, problem, markAt(cursor));
  let handle = '';
  let suffix = '';
  if (codeAt(cursor, 1) === 60) {
    cursor.index += 2;
    suffix = uri(cursor, '', start);
    if (codeAt(cursor) !== 62) throw fail("did not find the expected '>'");
    cursor.index++;
  } else {
    handle = tagHandle(cursor, false, start);
    if (handle.length > 1 && handle.endsWith('!')) suffix = uri(cursor, '', start);
    else {
      suffix = uri(cursor, handle, start);
      handle = '!';
      if (suffix === '') [handle, suffix] = ['', '!'];
    }
  }
  if (!isBlankOrEnd(codeAt(cursor))) throw fail('did not find expected whitespace or line break');
  return { ...bareToken('tag', start, markAt(cursor)), value: handle, suffix };
}

function tagHandle(cursor: Cursor, isDirective: boolean, start: Mark): string {
  if (codeAt(cursor) !== 33) throw scanFault(start, "did not find expected '!'", markAt(cursor));
  cursor.index++;
  const inner = word(cursor);
  if (codeAt(cursor) === 33) {
    cursor.index++;
    return `!${inner}!`;
  }
  if (isDirective && inner !== '') throw scanFault(start, "did not find expected '!'", markAt(cursor));
  return `!${inner}`;
}

const uriCharacter = /[\w;/?:@&=+$,.!~*'()[\]%-]/;

function uri(cursor: Cursor, head: string, start: Mark): string {
  let value = head.slice(1);
  let hasAny = head !== '';
  while (cursor.index < cursor.text.length && uriCharacter.test(cursor.text[cursor.index] ?? '')) {
    if (codeAt(cursor) === 37) {
      const digits = cursor.text.slice(cursor.index + 1, cursor.index + 3);
      if (!/^[\da-fA-F]{2}$/.test(digits)) throw scanFault(start, 'did not find URI escaped octet', markAt(cursor));
      value += String.fromCharCode(Number.parseInt(digits, 16));
      cursor.index += 3;
    } else value += cursor.text[cursor.index++];
    hasAny = true;
  }
  if (!hasAny) throw scanFault(start, 'did not find expected tag URI', markAt(cursor));
  return value;
}

/** Reads a directive, `%YAML` or `%TAG`. */
export function directive(cursor: Cursor): Token {
  const start = markAt(cursor);
  const fail = (problem: string) => scanFault(start, problem, markAt(cursor));
  const skipBlanks = () => {
    while (isBlank(codeAt(cursor))) cursor.index++;
  };
  cursor.index++;
  const name = word(cursor);
  if (name === '') throw fail('could not find expected directive name');
  if (!isBlankOrEnd(codeAt(cursor))) throw fail('found unexpected non-alphabetical character');
  let token: Token;
  skipBlanks();
  if (name === 'YAML') {
    const [version, major = '', minor = ''] = /^(\d*)(?:\.(\d*))?/.exec(
      cursor.text.slice(cursor.index, cursor.index + 8),
    ) ?? [''];
    if (major.length > 2 || minor.length > 2) throw fail('found extremely long version number');
    if (major === '') throw fail('did not find expected version number');
    if (!version?.includes('.')) throw fail("did not find expected digit or '.' character");
    if (minor === '') throw fail('did not find expected version number');
    cursor.index += version.length;
    token = { ...bareToken('version directive', start, markAt(cursor)), value: version };
  } else if (name === 'TAG') {
    const handle = tagHandle(cursor, true, start);
    if (!isBlank(codeAt(cursor))) throw fail('did not find expected whitespace');
    skipBlanks();
    const prefix = uri(cursor, '', start);
    if (!isBlankOrEnd(codeAt(cursor))) throw fail('did not find expected whitespace or line break');
    token = { ...bareToken('tag directive', start, markAt(cursor)), value: handle, suffix: prefix };
  } else throw fail('found unknown directive name');
  skipBlanks();
  if (codeAt(cursor) === 35) while (!isBreakOrEnd(codeAt(cursor))) cursor.index++;
  if (!isBreakOrEnd(codeAt(cursor))) throw fail('did not find expected comment or line break');
  if (isBreak(codeAt(cursor))) skipLine(cursor);
  return token;
}
