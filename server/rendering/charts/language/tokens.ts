/** What a token of an action or the text between actions is. */
export type TokenKind =
  | 'error'
  | 'bool'
  | 'character'
  | 'characterConstant'
  | 'complex'
  | 'assign'
  | 'declare'
  | 'end of file'
  | 'field'
  | 'identifier'
  | 'leftDelimiter'
  | 'leftParenthesis'
  | 'number'
  | 'pipe'
  | 'rawString'
  | 'rightDelimiter'
  | 'rightParenthesis'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | 'keyword'
  | 'dot'
  | 'nil';

/** A token; an error's text is what is wrong. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly text: string;
  readonly line: number;
}

/** The words that begin actions. */
export const keywords = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'nil',
  'template',
  'with',
]);
