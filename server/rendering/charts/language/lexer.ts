import { insideToken } from './lexInside';
import { outsideToken } from './lexOutside';
import type { Lexing } from './lexState';
import type { Token } from './tokens';

/** Reads a template token by token. */
export interface Lexer {
  readonly next: () => Token;
}

/**
 * Splits a template into tokens as Go does; after an error there is nothing but the end.
 *
 * @param from where to begin, with lines counted from there
 * @param beginsInside whether that is within an action
 */
export function lexer(input: string, from = 0, beginsInside = false): Lexer {
  const lexing: Lexing = {
    input,
    isInside: beginsInside,
    position: from,
    start: from,
    startLine: 1,
    line: 1,
    newline: input.indexOf('\n', from),
    depth: 0,
    isBroken: false,
  };
  return {
    next() {
      if (lexing.isBroken) return { kind: 'end of file', start: input.length, text: '', line: lexing.line };
      for (;;) {
        const found = lexing.isInside ? insideToken(lexing) : outsideToken(lexing);
        if (found) return found;
      }
    },
  };
}
