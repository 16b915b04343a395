import { quoted } from '../go/quote';
import { afterSpaces, characterAt, closes, fault, ignore, isSpace, type Lexing, token } from './lexState';
import { keywords, type Token, type TokenKind } from './tokens';

const letter = /[\p{L}\p{Nd}_]/u;
const word = /[\p{L}\p{Nd}_]*/uy;
const number =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y;

/** The token that begins within an action. */
export function insideToken(lexing: Lexing): Token {
  const { input, position, depth } = lexing;
  const end = closes(lexing, position);
  if (end) return depth === 0 ? closing(lexing, end === 'trims') : fault(lexing, 'unclosed left paren');
  if (position >= input.length) return fault(lexing, 'unclosed action');
  const first = characterAt(input, position);
  if (isSpace(first.charCodeAt(0))) return space(lexing);
  lexing.position += first.length;
  return sign(lexing, first) ?? term(lexing, first);
}

function closing(lexing: Lexing, trims: boolean): Token {
  if (trims) {
    lexing.position += 2;
    ignore(lexing);
  }
  lexing.position += 2;
  const found = token(lexing, 'rightDelimiter');
  if (trims) {
    lexing.position = afterSpaces(lexing, lexing.position);
    ignore(lexing);
  }
  lexing.isInside = false;
  return found;
}

function space(lexing: Lexing): Token {
  const { input, position } = lexing;
  const behind = afterSpaces(lexing, position);
  lexing.position = behind;
  // The last space may belong to a closing "-}}".
  if (input.startsWith('-}}', behind)) {
    lexing.position = behind - 1;
    if (behind - position === 1) return closing(lexing, true);
  }
  return token(lexing, 'space');
}

/** The token of a sign, behind which the lexer is; nothing if it begins a term. */
function sign(lexing: Lexing, first: string): Token | undefined {
  switch (first) {
    case '=':
      return token(lexing, 'assign');
    case ':':
      if (lexing.input[lexing.position] !== '=') return fault(lexing, 'expected :=');
      lexing.position++;
      return token(lexing, 'declare');
    case '|':
      return token(lexing, 'pipe');
    case '(':
      lexing.depth++;
      return token(lexing, 'leftParenthesis');
    case ')':
      lexing.depth--;
      return lexing.depth < 0 ? fault(lexing, 'unexpected right paren') : token(lexing, 'rightParenthesis');
    default:
      return undefined;
  }
}

function term(lexing: Lexing, first: string): Token {
  switch (first) {
    case '"':
      return quote(lexing, first, 'string', 'quoted string');
    case '`':
      return quote(lexing, first, 'rawString', 'raw quoted string');
    case "'":
      return quote(lexing, first, 'characterConstant', 'character constant');
    case '$':
      return named(lexing, 'variable', 'variable');
  }
  if (first === '.' && !/\d/.test(lexing.input[lexing.position] ?? '')) return named(lexing, 'dot', 'field');
  if (/[.+\-\d]/.test(first)) {
    lexing.position--;
    return numeral(lexing);
  }
  if (letter.test(first)) {
    lexing.position -= first.length;
    return name(lexing);
  }
  if (/[!-~]/.test(first)) return token(lexing, 'character');
  return fault(lexing, `unrecognized character in action: ${unicodeName(first)}`);
}

/** What a sign and a word behind it are; the sign alone may be something else. */
function named(lexing: Lexing, alone: TokenKind, kind: TokenKind): Token {
  if (endsWord(lexing)) return token(lexing, alone);
  skipWord(lexing);
  return endsWord(lexing) ? token(lexing, kind) : badCharacter(lexing);
}

function name(lexing: Lexing): Token {
  skipWord(lexing);
  if (!endsWord(lexing)) return badCharacter(lexing);
  const written = lexing.input.slice(lexing.start, lexing.position);
  if (written === 'nil') return token(lexing, 'nil');
  if (keywords.has(written)) return token(lexing, 'keyword');
  return token(lexing, written === 'true' || written === 'false' ? 'bool' : 'identifier');
}

function endsWord({ input, position }: Lexing): boolean {
  if (position >= input.length) return true;
  return (
    isSpace(input.charCodeAt(position)) || '.,|:)('.includes(input[position] ?? '') || input.startsWith('}}', position)
  );
}

function skipWord(lexing: Lexing): void {
  word.lastIndex = lexing.position;
  lexing.position += word.exec(lexing.input)?.[0].length ?? 0;
}

function badCharacter(lexing: Lexing): Token {
  return fault(lexing, `bad character ${unicodeName(characterAt(lexing.input, lexing.position))}`);
}

function quote(lexing: Lexing, mark: string, kind: TokenKind, what: string): Token {
  const { input } = lexing;
  for (;;) {
    const one = input[lexing.position++];
    if (one === '\\' && mark !== '`') {
      const next = input[lexing.position++];
      if (next !== undefined && next !== '\n') continue;
      return fault(lexing, `unterminated ${what}`);
    }
    if (one === undefined || (one === '\n' && mark !== '`')) return fault(lexing, `unterminated ${what}`);
    if (one === mark) return token(lexing, kind);
  }
}

function numeral(lexing: Lexing): Token {
  const wrong = () => fault(lexing, `bad number syntax: ${quoted(lexing.input.slice(lexing.start, lexing.position))}`);
  if (!skipNumber(lexing)) return wrong();
  const next = lexing.input[lexing.position];
  if (next !== '+' && next !== '-') return token(lexing, 'number');
  return skipNumber(lexing) && lexing.input[lexing.position - 1] === 'i' ? token(lexing, 'complex') : wrong();
}

/** Steps over a number; false if a letter follows it. */
function skipNumber(lexing: Lexing): boolean {
  number.lastIndex = lexing.position;
  lexing.position += number.exec(lexing.input)?.[0].length ?? 0;
  const behind = characterAt(lexing.input, lexing.position);
  if (!letter.test(behind)) return true;
  lexing.position += behind.length;
  return false;
}

/** `%#U` of a character, or of the end. */
function unicodeName(character: string): string {
  if (character === '') return 'U+FFFFFFFFFFFFFFFF';
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{L}\p{M}\p{N}\p{P}\p{S} ]/u.test(character) ? `U+${code} '${character}'` : `U+${code}`;
}
