import { isBlank, isBlankOrEnd, isBreak, isBreakOrEnd } from './characters';
import { blockScalar } from './scanBlock';
import { addBare, isValid, noKey, removeKey, type Scanning, saveKey } from './scanKeys';
import { directive, anchor as named, tag } from './scanNames';
import { plainScalar } from './scanPlain';
import { quotedScalar } from './scanQuoted';
import { bareToken, type Cursor, codeAt, isDocumentMark, markAt, scanFault, skipLine, type Token } from './scanState';
import {
  blockEntry,
  endBlocks,
  explicitKey,
  flowEnd,
  flowEntry,
  flowStart,
  mappingValue,
  unrollIndent,
} from './scanStructure';

/** Reads YAML token by token, as libyaml does. */
export interface Scanner {
  readonly peek: () => Token;
  readonly skip: () => void;
}

const alias = (cursor: Cursor) => named(cursor, 'alias');
const anchor = (cursor: Cursor) => named(cursor, 'anchor');
const singleQuoted = (cursor: Cursor) => quotedScalar(cursor, true);
const doubleQuoted = (cursor: Cursor) => quotedScalar(cursor, false);

/** Starts reading. */
export function scanner(text: string): Scanner {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const scanning: Scanning = {
    text,
    index: start,
    line: 0,
    lineStart: start,
    indent: -1,
    flowLevel: 0,
    isKeyAllowed: true,
    indents: [],
    keys: [noKey({ index: 0, line: 0, column: 0 })],
    tokens: [],
    head: 0,
    taken: 0,
  };
  const peek = (): Token => {
    for (;;) {
      const token = scanning.tokens[scanning.head];
      if (token && !isUndecided(scanning)) return token;
      fetchToken(scanning);
    }
  };
  return {
    peek,
    skip() {
      peek();
      scanning.head++;
      scanning.taken++;
      if (scanning.head > 256) {
        scanning.tokens = scanning.tokens.slice(scanning.head);
        scanning.head = 0;
      }
    },
  };
}

/** Whether the token that is taken next may turn out to be a key. */
function isUndecided(scanning: Scanning): boolean {
  const { keys, taken } = scanning;
  for (const key of keys) if (key.isPossible && key.tokenNumber === taken) return isValid(scanning, key);
  return false;
}

/** Steps over blanks, comments and line breaks. */
function toNextToken(scanning: Scanning): void {
  for (;;) {
    if (scanning.index === scanning.lineStart && codeAt(scanning) === 0xfeff) scanning.index++;
    for (;;) {
      const code = codeAt(scanning);
      if (code !== 32 && !(code === 9 && (scanning.flowLevel > 0 || !scanning.isKeyAllowed))) break;
      scanning.index++;
    }
    if (codeAt(scanning) === 35) while (!isBreakOrEnd(codeAt(scanning))) scanning.index++;
    if (!isBreak(codeAt(scanning))) return;
    skipLine(scanning);
    if (scanning.flowLevel === 0) scanning.isKeyAllowed = true;
  }
}

/** Reads the next token, and those that go with it. */
function fetchToken(scanning: Scanning): void {
  toNextToken(scanning);
  unrollIndent(scanning, scanning.index - scanning.lineStart);
  if (scanning.index >= scanning.text.length) endStream(scanning);
  else if (!fetchMark(scanning) && !fetchIndicator(scanning)) fetchPlain(scanning);
}

function endStream(scanning: Scanning): void {
  if (scanning.index !== scanning.lineStart) {
    scanning.line++;
    scanning.lineStart = scanning.index;
  }
  endBlocks(scanning);
  scanning.tokens.push(bareToken('stream end', markAt(scanning)));
}

/** What stands at the start of a line and begins or ends a document; false if it is none of that. */
function fetchMark(scanning: Scanning): boolean {
  if (scanning.index !== scanning.lineStart) return false;
  const code = codeAt(scanning);
  if (code === 37) {
    endBlocks(scanning);
    scanning.tokens.push(directive(scanning));
    return true;
  }
  if (!isDocumentMark(scanning)) return false;
  endBlocks(scanning);
  addBare(scanning, code === 45 ? 'document start' : 'document end', 3);
  return true;
}

/** What a sign begins; false if it is none. */
function fetchIndicator(scanning: Scanning): boolean {
  const { flowLevel, text, index } = scanning;
  const isLoose = isBlankOrEnd(codeAt(scanning, 1));
  switch (text[index]) {
    case '[':
      flowStart(scanning, 'flow sequence start');
      return true;
    case '{':
      flowStart(scanning, 'flow mapping start');
      return true;
    case ']':
      flowEnd(scanning, 'flow sequence end');
      return true;
    case '}':
      flowEnd(scanning, 'flow mapping end');
      return true;
    case ',':
      flowEntry(scanning);
      return true;
    case '-':
      if (isLoose) blockEntry(scanning);
      return isLoose;
    case '?':
      if (flowLevel > 0 || isLoose) explicitKey(scanning);
      return flowLevel > 0 || isLoose;
    case ':':
      if (flowLevel > 0 || isLoose) mappingValue(scanning);
      return flowLevel > 0 || isLoose;
    case '|':
    case '>':
      if (flowLevel === 0) fetchBlock(scanning, text[index] === '|');
      return flowLevel === 0;
    case '*':
      return fetchScalar(scanning, alias);
    case '&':
      return fetchScalar(scanning, anchor);
    case '!':
      return fetchScalar(scanning, tag);
    case "'":
      return fetchScalar(scanning, singleQuoted);
    case '"':
      return fetchScalar(scanning, doubleQuoted);
    default:
      return false;
  }
}

function fetchBlock(scanning: Scanning, isLiteral: boolean): void {
  removeKey(scanning);
  scanning.isKeyAllowed = true;
  scanning.tokens.push(blockScalar(scanning, isLiteral));
}

/** What may be a key; always true. */
function fetchScalar(scanning: Scanning, read: (cursor: Cursor) => Token): true {
  saveKey(scanning);
  scanning.isKeyAllowed = false;
  scanning.tokens.push(read(scanning));
  return true;
}

const indicators = new Set('-?:,[]{}#&*!|>\'"%@`');

function fetchPlain(scanning: Scanning): void {
  const { text, index, flowLevel } = scanning;
  const code = codeAt(scanning);
  const next = codeAt(scanning, 1);
  const isIndicator = isBlankOrEnd(code) || indicators.has(text[index] ?? '');
  const isPlain =
    !isIndicator ||
    (code === 45 && !isBlank(next)) ||
    (flowLevel === 0 && (code === 63 || code === 58) && !isBlankOrEnd(next));
  if (!isPlain) throw scanFault(markAt(scanning), 'found character that cannot start any token', markAt(scanning));
  fetchScalar(scanning, plainScalar);
}
