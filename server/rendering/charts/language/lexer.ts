import { quoted } from '../go/quote';
import { keywords, type Token, type TokenKind } from './tokens';

/** Reads a template token by token. */
export interface Lexer {
  readonly next: () => Token;
}

const letter = /[\p{L}\p{Nd}_]/u;
const word = /[\p{L}\p{Nd}_]*/uy;
const number =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

/**
 * Splits a template into tokens as Go does; after an error there is nothing but the end.
 *
 * @param from where to begin, with lines counted from there
 * @param beginsInside whether that is within an action
 */
export function lexer(input: string, from = 0, beginsInside = false): Lexer {
  let isInside = beginsInside;
  let position = from;
  let start = from;
  let line = 1;
  let startLine = 1;
  let newline = input.indexOf('\n', from);
  let depth = 0;
  let isBroken = false;

  /** Counts the line ends up to a place; each is looked for once. */
  const countLines = (to: number): number => {
    let count = 0;
    for (; newline >= 0 && newline < to; newline = input.indexOf('\n', newline + 1)) count++;
    return count;
  };
  /** The token from `start` to `position`. */
  const token = (kind: TokenKind): Token => {
    const found = { kind, start, text: input.slice(start, position), line: startLine };
    line += countLines(position);
    start = position;
    startLine = line;
    return found;
  };
  const ignore = () => {
    line += countLines(position);
    start = position;
    startLine = line;
  };
  const fault = (text: string): Token => {
    isBroken = true;
    return { kind: 'error', start, text, line: startLine };
  };

  const afterSpaces = (from: number): number => {
    let at = from;
    while (at < input.length && isSpace(input.charCodeAt(at))) at++;
    return at;
  };
  const closes = (at: number): 'trims' | 'plain' | undefined => {
    if (isSpace(input.charCodeAt(at)) && input.startsWith('-}}', at + 1)) return 'trims';
    return input.startsWith('}}', at) ? 'plain' : undefined;
  };

  const textToken = (): Token | undefined => {
    const open = input.indexOf('{{', position);
    if (open < 0) {
      position = input.length;
      return token(position > start ? 'text' : 'end of file');
    }
    position = open;
    const trims = input[open + 2] === '-' && isSpace(input.charCodeAt(open + 3));
    if (trims) while (position > start && isSpace(input.charCodeAt(position - 1))) position--;
    const found = token('text');
    position = open;
    ignore();
    return found.text === '' ? undefined : found;
  };

  /** The token that opens an action, or nothing behind a comment. */
  const opening = (): Token | undefined => {
    const trims = input[position + 2] === '-' && isSpace(input.charCodeAt(position + 3));
    const behind = position + (trims ? 4 : 2);
    if (input.startsWith('/*', behind)) {
      position = behind;
      ignore();
      const end = input.indexOf('*/', position + 2);
      if (end < 0) return fault('unclosed comment');
      const closing = closes(end + 2);
      if (!closing) return fault('comment ends before closing delimiter');
      position = end + 2 + (closing === 'trims' ? 4 : 2);
      if (closing === 'trims') position = afterSpaces(position);
      ignore();
      return undefined;
    }
    position += 2;
    const found = token('leftDelimiter');
    position = behind;
    ignore();
    isInside = true;
    depth = 0;
    return found;
  };

  const closing = (trims: boolean): Token => {
    if (trims) {
      position += 2;
      ignore();
    }
    position += 2;
    const found = token('rightDelimiter');
    if (trims) {
      position = afterSpaces(position);
      ignore();
    }
    isInside = false;
    return found;
  };

  const endsWord = (): boolean => {
    if (position >= input.length) return true;
    const code = input.charCodeAt(position);
    return isSpace(code) || '.,|:)('.includes(input[position] ?? '') || input.startsWith('}}', position);
  };
  const skipWord = () => {
    word.lastIndex = position;
    position += word.exec(input)?.[0].length ?? 0;
  };
  const badCharacter = (): Token => fault(`bad character ${unicodeName(characterAt(input, position))}`);

  const quote = (mark: string, kind: TokenKind, name: string): Token => {
    for (;;) {
      const one = input[position++];
      if (one === '\\' && mark !== '`') {
        const next = input[position++];
        if (next !== undefined && next !== '\n') continue;
        return fault(`unterminated ${name}`);
      }
      if (one === undefined || (one === '\n' && mark !== '`')) return fault(`unterminated ${name}`);
      if (one === mark) return token(kind);
    }
  };

  const numeral = (): Token => {
    const scan = (): boolean => {
      number.lastIndex = position;
      position += number.exec(input)?.[0].length ?? 0;
      if (!letter.test(characterAt(input, position))) return true;
      position += characterAt(input, position).length;
      return false;
    };
    const wrong = () => fault(`bad number syntax: ${quoted(input.slice(start, position))}`);
    if (!scan()) return wrong();
    if (input[position] === '+' || input[position] === '-') {
      return scan() && input[position - 1] === 'i' ? token('complex') : wrong();
    }
    return token('number');
  };

  const insideToken = (): Token => {
    const end = closes(position);
    if (end) return depth === 0 ? closing(end === 'trims') : fault('unclosed left paren');
    if (position >= input.length) return fault('unclosed action');
    const first = characterAt(input, position);
    if (isSpace(first.charCodeAt(0))) {
      const behind = afterSpaces(position);
      // The last space may belong to a closing "-}}".
      if (input.startsWith('-}}', behind)) {
        if (behind - position === 1) return closing(true);
        position = behind - 1;
      } else position = behind;
      return token('space');
    }
    position += first.length;
    switch (first) {
      case '=':
        return token('assign');
      case ':':
        if (input[position] !== '=') return fault('expected :=');
        position++;
        return token('declare');
      case '|':
        return token('pipe');
      case '"':
        return quote('"', 'string', 'quoted string');
      case '`':
        return quote('`', 'rawString', 'raw quoted string');
      case "'":
        return quote("'", 'characterConstant', 'character constant');
      case '$':
        if (endsWord()) return token('variable');
        skipWord();
        return endsWord() ? token('variable') : badCharacter();
      case '(':
        depth++;
        return token('leftParenthesis');
      case ')':
        depth--;
        return depth < 0 ? fault('unexpected right paren') : token('rightParenthesis');
    }
    if (first === '.' && !/\d/.test(input[position] ?? '')) {
      if (endsWord()) return token('dot');
      skipWord();
      return endsWord() ? token('field') : badCharacter();
    }
    if (/[.+\-\d]/.test(first)) {
      position--;
      return numeral();
    }
    if (letter.test(first)) {
      position -= first.length;
      skipWord();
      if (!endsWord()) return badCharacter();
      const name = input.slice(start, position);
      if (name === 'nil') return token('nil');
      if (keywords.has(name)) return token('keyword');
      return token(name === 'true' || name === 'false' ? 'bool' : 'identifier');
    }
    if (/[!-~]/.test(first)) return token('character');
    return fault(`unrecognized character in action: ${unicodeName(first)}`);
  };

  return {
    next() {
      if (isBroken) return { kind: 'end of file', start: input.length, text: '', line };
      for (;;) {
        const found = isInside ? insideToken() : input.startsWith('{{', position) ? opening() : textToken();
        if (found) return found;
      }
    },
  };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10;
}

function characterAt(input: string, position: number): string {
  const code = input.codePointAt(position);
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** `%#U` of a character, or of the end. */
function unicodeName(character: string): string {
  if (character === '') return 'U+FFFFFFFFFFFFFFFF';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character) ? `U+${code} '${character}'` : `U+${code}`;
}
