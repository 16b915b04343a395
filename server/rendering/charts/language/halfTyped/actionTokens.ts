import { lexer } from '../lexer';
import type { Token, TokenKind } from '../tokens';

/** An action as far as it is typed. */
export interface TypedAction {
  /** Of its `{{`. */
  readonly start: number;
  /** Behind its `}}`, or where the line ends in which it begins, if it has none. */
  readonly end: number;
  /** Where its `}}` stands, or its end. */
  readonly close: number;
  readonly isClosed: boolean;
  /** Whether a dash takes away the blanks behind it. */
  readonly trimsBehind: boolean;
  /** What stands in it, blanks included; what is no token of Go's is left out. */
  readonly tokens: readonly Token[];
}

/**
 * Reads the action that begins at a place. One that isn't closed before the next one begins ends with its line.
 *
 * @param start of a `{{` that begins no comment
 */
export function actionTokens(text: string, start: number): TypedAction {
  const tokens: Token[] = [];
  let source = lexer(text, start);
  source.next();
  const unclosed = (): TypedAction => {
    const end = lineEnd(text, start);
    const kept = tokens.filter((token) => token.start + token.text.length <= end);
    return { start, end, close: end, isClosed: false, trimsBehind: false, tokens: kept };
  };
  const closed = (close: number): TypedAction => {
    const trimsBehind = text[close - 1] === '-' && isBlank(text[close - 2]);
    return { start, end: close + 2, close, isClosed: true, trimsBehind, tokens };
  };
  const place = (kind: TokenKind, from: number, to: number) =>
    tokens.push({ kind, start: from, text: text.slice(from, to), line: 0 });
  for (;;) {
    const token = source.next();
    if (token.kind === 'rightDelimiter') return closed(token.start);
    if (token.kind === 'end of file' || token.text === 'unclosed action') return unclosed();
    if (token.kind !== 'error') {
      // A delimiter where none can be: the action that was begun before has never ended.
      if (token.text === '{' && text[token.start + 1] === '{') return unclosed();
      tokens.push(token);
      continue;
    }
    if (token.text === 'unclosed left paren') return closed(text.indexOf('}}', token.start));
    if (token.text.startsWith('unterminated')) {
      const line = lineEnd(text, token.start);
      const close = text.indexOf('}}', token.start);
      const isClosed = close >= 0 && close < line;
      const behind = isClosed ? contentEnd(text, token.start, close) : line;
      place(text[token.start] === '`' ? 'rawString' : 'string', token.start, behind);
      return isClosed ? closed(close) : unclosed();
    }
    const isParenthesis = text[token.start] === ')';
    const end = isParenthesis ? token.start + 1 : brokenEnd(text, token.start);
    if (isParenthesis) place('rightParenthesis', token.start, end);
    else {
      const [good = ''] = /^[.$]?[\p{L}\p{Nd}_]*/u.exec(text.slice(token.start, end)) ?? [];
      const kind = kindOfWord(good);
      if (kind) place(kind, token.start, token.start + good.length);
    }
    source = lexer(text, end, true);
  }
}

/** The part of a broken word that is a word. */
function kindOfWord(word: string): TokenKind | undefined {
  if (word.startsWith('$')) return 'variable';
  if (word.startsWith('.')) return word === '.' ? 'dot' : 'field';
  return /^[\p{L}_]/u.test(word) ? 'identifier' : undefined;
}

/** Where what can't be read ends: with the word. */
function brokenEnd(text: string, start: number): number {
  const ends = /[\s|()"`]|\}\}|\{\{|$/g;
  ends.lastIndex = start + 1;
  return ends.exec(text)?.index ?? text.length;
}

/** Where what stands before a delimiter ends. */
function contentEnd(text: string, start: number, close: number): number {
  let end = text[close - 1] === '-' && isBlank(text[close - 2]) ? close - 2 : close;
  while (end > start + 1 && isBlank(text[end - 1])) end--;
  return end;
}

/** Where the line of a place ends. */
export function lineEnd(text: string, place: number): number {
  const end = text.indexOf('\n', place);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' && end > place ? end - 1 : end;
}

/** True for what trim markers trim. */
export function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t' || character === '\r' || character === '\n';
}
