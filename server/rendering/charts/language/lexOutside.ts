import { afterSpaces, closes, fault, ignore, isSpace, type Lexing, token } from './lexState';
import type { Token } from './tokens';

/** The token that begins outside of actions, or nothing where there is none: behind a comment, or between two actions. */
export function outsideToken(lexing: Lexing): Token | undefined {
  return lexing.input.startsWith('{{', lexing.position) ? opening(lexing) : textToken(lexing);
}

function textToken(lexing: Lexing): Token | undefined {
  const { input, position, start } = lexing;
  const open = input.indexOf('{{', position);
  if (open < 0) {
    lexing.position = input.length;
    return token(lexing, input.length > start ? 'text' : 'end of file');
  }
  lexing.position = open;
  if (trimsBehind(input, open)) {
    while (lexing.position > start && isSpace(input.charCodeAt(lexing.position - 1))) lexing.position--;
  }
  const found = token(lexing, 'text');
  lexing.position = open;
  ignore(lexing);
  return found.text === '' ? undefined : found;
}

/** Whether the action that opens at a place takes the blanks before it. */
function trimsBehind(input: string, open: number): boolean {
  return input[open + 2] === '-' && isSpace(input.charCodeAt(open + 3));
}

function opening(lexing: Lexing): Token | undefined {
  const { input, position } = lexing;
  const behind = position + (trimsBehind(input, position) ? 4 : 2);
  if (input.startsWith('/*', behind)) return comment(lexing, behind);
  lexing.position += 2;
  const found = token(lexing, 'leftDelimiter');
  lexing.position = behind;
  ignore(lexing);
  lexing.isInside = true;
  lexing.depth = 0;
  return found;
}

function comment(lexing: Lexing, start: number): Token | undefined {
  lexing.position = start;
  ignore(lexing);
  const end = lexing.input.indexOf('*/', start + 2);
  if (end < 0) return fault(lexing, 'unclosed comment');
  const closing = closes(lexing, end + 2);
  if (!closing) return fault(lexing, 'comment ends before closing delimiter');
  lexing.position = end + 2 + (closing === 'trims' ? 4 : 2);
  if (closing === 'trims') lexing.position = afterSpaces(lexing, lexing.position);
  ignore(lexing);
  return undefined;
}
