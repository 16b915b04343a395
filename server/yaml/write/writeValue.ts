import { isScalar } from 'yaml';
import { type Blank, filledIn, isBlank, markedBlank } from '../parsing/blank';
import { plainScalarValue } from '../parsing/scalar';
import type { PlainValue } from './edits';
import type { LayoutStyle } from './style';

/** The quotes that a scalar is written in. */
export type Quotes = 'plain' | 'single' | 'double';

/** A value in flow style, on one line: `{type: RuntimeDefault}`, or JSON where the document is JSON. */
export function flowText(value: PlainValue, style: LayoutStyle): string {
  if (isList(value)) return `[${value.map((item) => flowText(item, style)).join(', ')}]`;
  if (isScalarValue(value)) return scalarText(value, style.isJson ? 'double' : 'plain');
  const entries = Object.entries(value).map(([key, member]) => `${keyText(key, style)}: ${flowText(member, style)}`);
  return `{${entries.join(', ')}}`;
}

/** A key as it stands before its colon. */
export function keyText(key: string, style: LayoutStyle): string {
  return scalarText(key, style.isJson ? 'double' : 'plain');
}

/** `key: value` in block style with the key at a column, as whole lines. */
export function pairLines(key: string, value: PlainValue, column: number, style: LayoutStyle): string[] {
  const head = `${' '.repeat(column)}${keyText(key, style)}:`;
  return isBlock(value) ? [head, ...valueLines(value, column, style)] : [`${head} ${flowText(value, style)}`];
}

/** `- value` in block style with the dash at a column, as whole lines. */
export function itemLines(value: PlainValue, column: number, style: LayoutStyle): string[] {
  const dash = `${' '.repeat(column)}- `;
  if (!isBlock(value) || isList(value)) return [`${dash}${flowText(value, style)}`];
  const [first = '', ...rest] = mappingLines(value, column + 2, style);
  return [dash + first.slice(column + 2), ...rest];
}

/** A collection in block style, as it stands below a key at a column. */
export function valueLines(value: BlockValue, keyColumn: number, style: LayoutStyle): string[] {
  return isList(value)
    ? value.flatMap((item) => itemLines(item, keyColumn + style.listIndent, style))
    : mappingLines(value, keyColumn + style.indent, style);
}

/** A collection that block style can show: one that isn't empty. */
export type BlockValue = readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** True for a collection that block style can show. */
export function isBlock(value: PlainValue): value is BlockValue {
  if (isScalarValue(value)) return false;
  return isList(value) ? value.length > 0 : Object.keys(value).length > 0;
}

/** A scalar in the quotes that are asked for, or in those that it needs; a blank is marked. */
export function scalarText(value: ScalarValue, quotes: Quotes): string {
  if (isBlank(value)) return blankText(value, quotes);
  if (typeof value !== 'string') return String(value);
  if (quotes === 'single' && !/['\n\r]/.test(value)) return `'${value}'`;
  const isPlainSafe =
    /^[A-Za-z0-9_./][A-Za-z0-9_./@+-]*(?::[A-Za-z0-9_./@+-]+)*$/.test(value) &&
    plainScalarValue(value).type === 'string';
  return quotes === 'plain' && isPlainSafe ? value : JSON.stringify(value);
}

/** What is asked for stands inside of the quotes, unless there are choices that could need others. */
function blankText(blank: Blank, quotes: Quotes): string {
  const { before, choices } = blank;
  const text = scalarText(filledIn(blank), quotes);
  const writtenChoices = choices.map((choice) => scalarText(before === '' ? choice : before + String(choice), quotes));
  const all = [text, ...writtenChoices];
  const quote = /^["']/.exec(text)?.[0] ?? '';
  if (all.some((written) => (/^["']/.exec(written)?.[0] ?? '') !== quote)) return markedBlank(text, writtenChoices);
  const start = quote.length + (quote === '"' ? JSON.stringify(before).length - 2 : before.length);
  const [inside = '', ...others] = all.map((written) => written.slice(start, written.length - quote.length));
  return text.slice(0, start) + markedBlank(inside, others) + quote;
}

type ScalarValue = string | number | boolean | null | Blank;

function isScalarValue(value: PlainValue): value is ScalarValue {
  return value === null || typeof value !== 'object' || isBlank(value);
}

function mappingLines(value: { readonly [key: string]: PlainValue }, column: number, style: LayoutStyle): string[] {
  return Object.entries(value).flatMap(([key, member]) => pairLines(key, member, column, style));
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}

/** The quotes of a written scalar; those of anything else are plain. */
function quotesOf(written: unknown): Quotes {
  if (!isScalar(written)) return 'plain';
  if (written.type === 'QUOTE_SINGLE') return 'single';
  return written.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
}

/** A value that takes the place of a written scalar on one line, in its quotes. */
export function replacementText(written: unknown, value: PlainValue, style: LayoutStyle): string {
  return isScalarValue(value) ? scalarText(value, quotesOf(written)) : flowText(value, style);
}
