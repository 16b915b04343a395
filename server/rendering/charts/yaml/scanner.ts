import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from './characters';
import { blockScalar } from './scanBlock';
import { directive, anchor as named, tag } from './scanNames';
import { plainScalar } from './scanPlain';
import { quotedScalar } from './scanQuoted';
import {
  bareToken,
  type Cursor,
  codeAt,
  isDocumentMark,
  type Mark,
  markAt,
  scanFault,
  skipLine,
  type Token,
  type TokenKind,
} from './scanState';

/** Reads YAML token by token, as libyaml does. */
export interface Scanner {
  readonly peek: () => Token;
  readonly skip: () => void;
}

/** A place that may turn out to be a key once a `:` follows. */
interface SimpleKey {
  isPossible: boolean;
  isRequired: boolean;
  tokenNumber: number;
  mark: Mark;
}

/** A key may be no longer than this. */
const longestKey = 1024;
const deepest = 10_000;

const alias = (cursor: Cursor) => named(cursor, 'alias');
const anchor = (cursor: Cursor) => named(cursor, 'anchor');
const singleQuoted = (cursor: Cursor) => quotedScalar(cursor, true);
const doubleQuoted = (cursor: Cursor) => quotedScalar(cursor, false);

/** Starts reading. */
export function scanner(text: string): Scanner {
  const cursor: Cursor = {
    text,
    index: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    line: 0,
    lineStart: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    indent: -1,
    flowLevel: 0,
    isKeyAllowed: true,
  };
  const indents: number[] = [];
  const none: Mark = { index: 0, line: 0, column: 0 };
  const outermost: SimpleKey = { isPossible: false, isRequired: false, tokenNumber: 0, mark: none };
  const keys: SimpleKey[] = [outermost];
  let tokens: Token[] = [];
  let head = 0;
  let taken = 0;

  const add = (token: Token) => tokens.push(token);
  const bare = (kind: TokenKind, width: number) => {
    const start = markAt(cursor);
    cursor.index += width;
    add(bareToken(kind, start, markAt(cursor)));
  };
  const lastKey = (): SimpleKey => keys[keys.length - 1] ?? outermost;
  const noColon = ({ mark }: SimpleKey) => scanFault(mark, "could not find expected ':'", markAt(cursor));

  /** Whether a key may still be one. */
  const isValid = (key: SimpleKey): boolean => {
    if (!key.isPossible) return false;
    if (key.mark.line < cursor.line || key.mark.index + longestKey < cursor.index) {
      if (key.isRequired) throw noColon(key);
      key.isPossible = false;
      return false;
    }
    return true;
  };
  const removeKey = () => {
    const key = lastKey();
    if (!key.isPossible) return;
    if (key.isRequired) throw noColon(key);
    key.isPossible = false;
  };
  const saveKey = () => {
    if (!cursor.isKeyAllowed) return;
    const mark = markAt(cursor);
    removeKey();
    const key = lastKey();
    key.isPossible = true;
    key.isRequired = cursor.flowLevel === 0 && cursor.indent === mark.column;
    key.tokenNumber = taken + tokens.length - head;
    key.mark = mark;
  };

  const rollIndent = (kind: TokenKind, mark: Mark, tokenNumber: number) => {
    if (cursor.flowLevel > 0 || cursor.indent >= mark.column) return;
    indents.push(cursor.indent);
    cursor.indent = mark.column;
    if (indents.length > deepest) throw scanFault(lastKey().mark, `exceeded max depth of ${deepest}`, markAt(cursor));
    const token = bareToken(kind, mark);
    if (tokenNumber < 0) add(token);
    else tokens.splice(head + tokenNumber - taken, 0, token);
  };
  const unrollIndent = (column: number) => {
    if (cursor.flowLevel > 0) return;
    while (cursor.indent > column) {
      add(bareToken('block end', markAt(cursor)));
      cursor.indent = indents.pop() ?? -1;
    }
  };

  const toNextToken = () => {
    for (;;) {
      if (cursor.index === cursor.lineStart && codeAt(cursor) === 0xfeff) cursor.index++;
      for (;;) {
        const code = codeAt(cursor);
        if (code !== 32 && !(code === 9 && (cursor.flowLevel > 0 || !cursor.isKeyAllowed))) break;
        cursor.index++;
      }
      if (codeAt(cursor) === 35) while (!isBreakOrEnd(codeAt(cursor))) cursor.index++;
      if (!isBreak(codeAt(cursor))) return;
      skipLine(cursor);
      if (cursor.flowLevel === 0) cursor.isKeyAllowed = true;
    }
  };

  const outsideOfBlocks = () => {
    unrollIndent(-1);
    removeKey();
    cursor.isKeyAllowed = false;
  };
  const flowStart = (kind: TokenKind) => {
    saveKey();
    keys.push({ isPossible: false, isRequired: false, tokenNumber: 0, mark: markAt(cursor) });
    cursor.flowLevel++;
    if (cursor.flowLevel > deepest) throw scanFault(lastKey().mark, `exceeded max depth of ${deepest}`, markAt(cursor));
    cursor.isKeyAllowed = true;
    bare(kind, 1);
  };
  const flowEnd = (kind: TokenKind) => {
    removeKey();
    if (cursor.flowLevel > 0) {
      cursor.flowLevel--;
      keys.pop();
    }
    cursor.isKeyAllowed = false;
    bare(kind, 1);
  };
  const blockEntry = () => {
    if (cursor.flowLevel === 0) {
      if (!cursor.isKeyAllowed) {
        throw scanFault(undefined, 'block sequence entries are not allowed in this context', markAt(cursor));
      }
      rollIndent('block sequence start', markAt(cursor), -1);
    }
    removeKey();
    cursor.isKeyAllowed = true;
    bare('block entry', 1);
  };
  const explicitKey = () => {
    if (cursor.flowLevel === 0) {
      if (!cursor.isKeyAllowed)
        throw scanFault(undefined, 'mapping keys are not allowed in this context', markAt(cursor));
      rollIndent('block mapping start', markAt(cursor), -1);
    }
    removeKey();
    cursor.isKeyAllowed = cursor.flowLevel === 0;
    bare('key', 1);
  };
  const value = () => {
    const key = lastKey();
    if (isValid(key)) {
      tokens.splice(head + key.tokenNumber - taken, 0, bareToken('key', key.mark));
      rollIndent('block mapping start', key.mark, key.tokenNumber);
      key.isPossible = false;
      cursor.isKeyAllowed = false;
    } else {
      if (cursor.flowLevel === 0) {
        if (!cursor.isKeyAllowed) {
          throw scanFault(undefined, 'mapping values are not allowed in this context', markAt(cursor));
        }
        rollIndent('block mapping start', markAt(cursor), -1);
      }
      cursor.isKeyAllowed = cursor.flowLevel === 0;
    }
    bare('value', 1);
  };
  const scalar = (read: (cursor: Cursor) => Token) => {
    saveKey();
    cursor.isKeyAllowed = false;
    add(read(cursor));
  };

  const fetch = () => {
    toNextToken();
    unrollIndent(cursor.index - cursor.lineStart);
    const code = codeAt(cursor);
    if (cursor.index >= text.length) {
      if (cursor.index !== cursor.lineStart) {
        cursor.line++;
        cursor.lineStart = cursor.index;
      }
      outsideOfBlocks();
      add(bareToken('stream end', markAt(cursor)));
      return;
    }
    if (cursor.index === cursor.lineStart) {
      if (code === 37) {
        outsideOfBlocks();
        add(directive(cursor));
        return;
      }
      if (isDocumentMark(cursor)) {
        outsideOfBlocks();
        bare(code === 45 ? 'document start' : 'document end', 3);
        return;
      }
    }
    const next = codeAt(cursor, 1);
    const isLoose = isBlankOrEnd(next);
    switch (text[cursor.index]) {
      case '[':
        return flowStart('flow sequence start');
      case '{':
        return flowStart('flow mapping start');
      case ']':
        return flowEnd('flow sequence end');
      case '}':
        return flowEnd('flow mapping end');
      case ',':
        removeKey();
        cursor.isKeyAllowed = true;
        bare('flow entry', 1);
        return;
      case '-':
        if (isLoose) return blockEntry();
        break;
      case '?':
        if (cursor.flowLevel > 0 || isLoose) return explicitKey();
        break;
      case ':':
        if (cursor.flowLevel > 0 || isLoose) return value();
        break;
      case '*':
        return scalar(alias);
      case '&':
        return scalar(anchor);
      case '!':
        return scalar(tag);
      case '|':
      case '>':
        if (cursor.flowLevel > 0) break;
        removeKey();
        cursor.isKeyAllowed = true;
        add(blockScalar(cursor, code === 124));
        return;
      case "'":
      case '"':
        return scalar(code === 39 ? singleQuoted : doubleQuoted);
    }
    const isIndicator = isBlankOrEnd(code) || '-?:,[]{}#&*!|>\'"%@`'.includes(text[cursor.index] ?? '');
    const isPlain =
      !isIndicator ||
      (code === 45 && !isBlank(next)) ||
      (cursor.flowLevel === 0 && (code === 63 || code === 58) && !isLoose);
    if (isPlain) return scalar(plainScalar);
    throw scanFault(markAt(cursor), 'found character that cannot start any token', markAt(cursor));
  };

  /** Whether the token at hand may turn out to be a key. */
  const isUndecided = (): boolean => {
    for (const key of keys) if (key.isPossible && key.tokenNumber === taken) return isValid(key);
    return false;
  };
  const peek = (): Token => {
    for (;;) {
      const token = tokens[head];
      if (token && !isUndecided()) return token;
      fetch();
    }
  };
  return {
    peek,
    skip() {
      peek();
      head++;
      taken++;
      if (head > 256) {
        tokens = tokens.slice(head);
        head = 0;
      }
    },
  };
}
