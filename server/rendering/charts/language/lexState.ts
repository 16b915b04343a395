import type { Token, TokenKind } from './tokens';

/** Where the lexer is. */
export interface Lexing {
  readonly input: string;
  isInside: boolean;
  position: number;
  /** Where the token at hand begins, and in which line. */
  start: number;
  startLine: number;
  line: number;
  /** The next line end that hasn't been counted. */
  newline: number;
  /** How many parentheses are open. */
  depth: number;
  /** True behind an error: there is nothing but the end. */
  isBroken: boolean;
}

/** The token from `start` to `position`. */
export function token(lexing: Lexing, kind: TokenKind): Token {
  const { input, start, position, startLine } = lexing;
  const found = { kind, start, text: input.slice(start, position), line: startLine };
  ignore(lexing);
  return found;
}

/** Steps over what stands from `start` to `position`. */
export function ignore(lexing: Lexing): void {
  lexing.line += countLines(lexing);
  lexing.start = lexing.position;
  lexing.startLine = lexing.line;
}

/** Counts the line ends up to the place at hand; each is looked for once. */
function countLines(lexing: Lexing): number {
  const { input, position } = lexing;
  let count = 0;
  for (; lexing.newline >= 0 && lexing.newline < position; lexing.newline = input.indexOf('\n', lexing.newline + 1)) {
    count++;
  }
  return count;
}

/** Says what is wrong, and ends. */
export function fault(lexing: Lexing, text: string): Token {
  lexing.isBroken = true;
  return { kind: 'error', start: lexing.start, text, line: lexing.startLine };
}

/** The place behind blanks. */
export function afterSpaces({ input }: Lexing, from: number): number {
  let at = from;
  while (at < input.length && isSpace(input.charCodeAt(at))) at++;
  return at;
}

/** How an action ends at a place, if it does. */
export function closes({ input }: Lexing, at: number): 'trims' | 'plain' | undefined {
  if (isSpace(input.charCodeAt(at)) && input.startsWith('-}}', at + 1)) return 'trims';
  return input.startsWith('}}', at) ? 'plain' : undefined;
}

/** What trim marks take, and what stands between terms. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13 || code === 10;
}

/** The character at a place; none at the end. */
export function characterAt(input: string, position: number): string {
  const code = input.codePointAt(position);
  return code === undefined ? '' : String.fromCodePoint(code);
}
