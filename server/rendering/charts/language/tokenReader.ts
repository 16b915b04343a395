import { quoted } from '../go/quote';
import { lexer } from './lexer';
import type { Token } from './tokens';

/** Says what is wrong with a template's text. Thrown while it is read, and caught where that began. */
export class ParseFault extends Error {
  readonly line: number;
  readonly start: number;
  constructor(message: string, line: number, start: number) {
    super(message);
    this.line = line;
    this.start = start;
  }
}

/** Tokens that can be given back. */
export interface TokenReader {
  readonly next: () => Token;
  readonly peek: () => Token;
  readonly nextNonSpace: () => Token;
  readonly peekNonSpace: () => Token;
  /** Gives tokens back; the last one given comes first. */
  readonly back: (...tokens: readonly Token[]) => void;
  readonly fail: (message: string) => never;
}

/** Reads a template's tokens. */
export function tokenReader(text: string): TokenReader {
  const source = lexer(text);
  const waiting: Token[] = [];
  let latest: Token = { kind: 'end of file', start: 0, text: '', line: 1 };
  const next = (): Token => {
    const given = waiting.pop();
    if (given) return given;
    latest = source.next();
    return latest;
  };
  const nextNonSpace = (): Token => {
    for (;;) {
      const token = next();
      if (token.kind !== 'space') return token;
    }
  };
  return {
    next,
    nextNonSpace,
    peek() {
      const token = next();
      waiting.push(token);
      return token;
    },
    peekNonSpace() {
      const token = nextNonSpace();
      waiting.push(token);
      return token;
    },
    back(...tokens) {
      waiting.push(...tokens);
    },
    fail(message) {
      throw new ParseFault(message, latest.line, latest.start);
    },
  };
}

/** A token as Go's messages show it. */
export function shownToken({ kind, text }: Token): string {
  if (kind === 'end of file') return 'EOF';
  if (kind === 'error') return text;
  if (kind === 'keyword' || kind === 'dot' || kind === 'nil') return `<${text}>`;
  const characters = [...text];
  return characters.length > 10 ? `${quoted(characters.slice(0, 10).join(''))}...` : quoted(text);
}
