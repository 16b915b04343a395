import { bareToken, type Cursor, type Mark, markAt, scanFault, type Token, type TokenKind } from './scanState';

/** A token that may turn out to be a key, if a `:` stands behind it. */
interface SimpleKey {
  isPossible: boolean;
  readonly isRequired: boolean;
  readonly tokenNumber: number;
  readonly mark: Mark;
}

/** The tokens that are read and not yet taken, and what is known of the blocks and keys around. */
export interface Scanning extends Cursor {
  readonly indents: number[];
  /** One for each flow collection around, and one for the block. */
  readonly keys: SimpleKey[];
  tokens: Token[];
  /** The token that is taken next. */
  head: number;
  /** How many have been taken. */
  taken: number;
}

const longestKey = 1024;

/** Adds a token of some characters that holds no text. */
export function addBare(scanning: Scanning, kind: TokenKind, width: number): void {
  const start = markAt(scanning);
  scanning.index += width;
  scanning.tokens.push(bareToken(kind, start, markAt(scanning)));
}

/** No key. */
export function noKey(mark: Mark): SimpleKey {
  return { isPossible: false, isRequired: false, tokenNumber: 0, mark };
}

/** What may be a key where the scanner is. */
export function lastKey({ keys }: Scanning): SimpleKey {
  return keys[keys.length - 1] ?? noKey({ index: 0, line: 0, column: 0 });
}

/** Whether a key may still be one. */
export function isValid(scanning: Scanning, key: SimpleKey): boolean {
  if (!key.isPossible) return false;
  if (key.mark.line < scanning.line || key.mark.index + longestKey < scanning.index) {
    if (key.isRequired) throw noColon(scanning, key);
    key.isPossible = false;
    return false;
  }
  return true;
}

function noColon(scanning: Scanning, { mark }: SimpleKey) {
  return scanFault(mark, "could not find expected ':'", markAt(scanning));
}

/** What was last read is no key. */
export function removeKey(scanning: Scanning): void {
  const key = lastKey(scanning);
  if (!key.isPossible) return;
  if (key.isRequired) throw noColon(scanning, key);
  key.isPossible = false;
}

/** What comes next may be a key. */
export function saveKey(scanning: Scanning): void {
  if (!scanning.isKeyAllowed) return;
  const { keys, tokens, head, taken } = scanning;
  const mark = markAt(scanning);
  const isRequired = scanning.flowLevel === 0 && scanning.indent === mark.column;
  removeKey(scanning);
  keys[keys.length - 1] = { isPossible: true, isRequired, tokenNumber: taken + tokens.length - head, mark };
}
