import { isBlankOrEnd } from './characters';
import type { Run } from './runs';

/** A place in the text. */
export interface Mark {
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** What a token of YAML is. */
export type TokenKind =
  | 'stream end'
  | 'version directive'
  | 'tag directive'
  | 'document start'
  | 'document end'
  | 'block sequence start'
  | 'block mapping start'
  | 'block end'
  | 'flow sequence start'
  | 'flow sequence end'
  | 'flow mapping start'
  | 'flow mapping end'
  | 'block entry'
  | 'flow entry'
  | 'key'
  | 'value'
  | 'alias'
  | 'anchor'
  | 'tag'
  | 'scalar';

/** How a scalar is written. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

/** A token of YAML. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly end: Mark;
  readonly value: string;
  readonly suffix: string;
  readonly style: ScalarStyle;
  /** Where a scalar's first character stands if all of its characters stand there in a row, else -1. */
  readonly copy: number;
  /** Which of a scalar's characters stand in the text, where not all of them stand there in a row. */
  readonly runs?: readonly Run[] | undefined;
}

/** Says why a text is no YAML. Thrown while it is read, caught where that began. */
export class YamlFault extends Error {
  /** Where the reader noticed it. */
  readonly at: number | undefined;
  constructor(message: string, at?: number) {
    super(message);
    this.at = at;
  }
}

/** An error of the scanner; its lines count from 1. */
export function scanFault(context: Mark | undefined, problem: string, mark: Mark): YamlFault {
  const line = mark.line !== 0 ? mark.line + 1 : (context?.line ?? 0);
  return new YamlFault(line === 0 ? problem : `line ${line}: ${problem}`, mark.index);
}

/** An error of the parser; its lines count from 0, as in go-yaml v2. */
export function parseFault(context: Mark | undefined, problem: string, mark: Mark): YamlFault {
  const line = mark.line !== 0 ? mark.line : (context?.line ?? 0);
  return new YamlFault(line === 0 ? problem : `line ${line}: ${problem}`, mark.index);
}

/** Where the scanner is. */
export interface Cursor {
  readonly text: string;
  index: number;
  line: number;
  lineStart: number;
  /** The indentation of the block at hand. */
  indent: number;
  flowLevel: number;
  isKeyAllowed: boolean;
}

/** The place at hand. */
export function markAt({ index, line, lineStart }: Cursor): Mark {
  return { index, line, column: index - lineStart };
}

/** The code of a character from here, 0 behind the end. */
export function codeAt({ text, index }: Cursor, ahead = 0): number {
  return index + ahead < text.length ? text.charCodeAt(index + ahead) : 0;
}

/** Steps over a line break. */
export function skipLine(cursor: Cursor): void {
  cursor.index += codeAt(cursor) === 13 && codeAt(cursor, 1) === 10 ? 2 : 1;
  cursor.line++;
  cursor.lineStart = cursor.index;
}

/** Steps over a line break and says how it reads. */
export function readLine(cursor: Cursor): string {
  const code = codeAt(cursor);
  skipLine(cursor);
  return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n';
}

/** Joins the lines of a flow scalar: one break is a blank, more are all but the first. */
export function foldedBreaks(leading: string, trailing: string): string {
  if (leading[0] !== '\n') return leading + trailing;
  return trailing === '' ? ' ' : trailing;
}

/** True where `---` or `...` stands at the start of a line. */
export function isDocumentMark(cursor: Cursor): boolean {
  if (cursor.index !== cursor.lineStart) return false;
  const code = codeAt(cursor);
  if (code !== 45 && code !== 46) return false;
  return codeAt(cursor, 1) === code && codeAt(cursor, 2) === code && isBlankOrEnd(codeAt(cursor, 3));
}

/** A token that holds no text. */
export function bareToken(kind: TokenKind, start: Mark, end: Mark = start): Token {
  return { kind, start, end, value: '', suffix: '', style: 'plain', copy: -1 };
}
