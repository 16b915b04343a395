import type { Scalar } from 'yaml';
import { scalarNode } from './quickNodes';
import { isPlainNull } from './scalar';

/** A node with the offset behind its last character. */
export interface Scanned<Read> {
  readonly node: Read;
  readonly end: number;
}

enum Character {
  Tab = 9,
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Quote = 34,
  Hash = 35,
  Apostrophe = 39,
  Colon = 58,
  Backslash = 92,
}

/** YAML 1.2.2, 5.3: what can't begin a plain scalar. `-`, `?` and `:` can before a character; `?` and `:` hardly ever do. */
const indicators = new Set([...'?:,[]{}#&*!|>\'"%@`']);

/** YAML 1.2.2, 7.4: longer implicit keys are a fault. */
const longestKey = 1000;

/** True for the end of a line or of the text. */
export function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    code === Character.LineFeed ||
    Number.isNaN(code) ||
    (code === Character.CarriageReturn && text.charCodeAt(at + 1) === Character.LineFeed)
  );
}

/** The offset of the first character that is no space. */
export function behindSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === Character.Space) at++;
  return at;
}

/** The start of the next line if nothing but spaces and a comment stand between; undefined if anything else does. */
export function nextLineStart(text: string, from: number): number | undefined {
  const at = behindSpaces(text, from);
  if (isLineEnd(text, at)) return behindLineEnd(text, at);
  return text.charCodeAt(at) === Character.Hash && at > from ? behindLineEnd(text, at) : undefined;
}

/** The start of the line below. */
export function behindLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end + 1;
}

/** True for a key that merges, and for one that kubectl refuses. */
export function isOddKey({ type, value }: Scalar<string>): boolean {
  return value === '<<' || (type === 'PLAIN' && isPlainNull(value));
}

/** A key on one line and the offset of its colon; undefined where there is none, or an unusual one. */
export function keyAt(text: string, at: number): { readonly key: Scalar<string>; readonly colon: number } | undefined {
  const scanned = scalarAt(text, at, isBlockEnd);
  if (!scanned) return undefined;
  const colon = behindSpaces(text, scanned.end);
  if (text.charCodeAt(colon) !== Character.Colon || !isSpaceOrEnd(text, colon + 1)) return undefined;
  return colon - at > longestKey ? undefined : { key: scanned.node, colon };
}

/** A plain or quoted scalar that ends on its line. What follows it is left to the caller to judge. */
export function scalarAt(
  text: string,
  at: number,
  isEnd: (code: number) => boolean,
): Scanned<Scalar<string>> | undefined {
  const code = text.charCodeAt(at);
  if (code === Character.Quote) return doubleQuoted(text, at);
  if (code === Character.Apostrophe) return singleQuoted(text, at);
  return plain(text, at, isEnd);
}

/** No character ends a plain scalar of block style by itself. */
export function isBlockEnd(): boolean {
  return false;
}

/** True for a space or the end of a line: what makes an indicator before it one. */
export function isSpaceOrEnd(text: string, at: number): boolean {
  return text.charCodeAt(at) === Character.Space || isLineEnd(text, at);
}

function plain(text: string, at: number, isEnd: (code: number) => boolean): Scanned<Scalar<string>> | undefined {
  if (indicators.has(text.charAt(at)) || isSpaceOrEnd(text, at)) return undefined;
  if (text.charAt(at) === '-' && (isSpaceOrEnd(text, at + 1) || isEnd(text.charCodeAt(at + 1)))) return undefined;
  const end = plainEnd(text, at, isEnd);
  if (end !== undefined && isInfinite(text.slice(at, Math.min(end, at + 6)))) return undefined;
  return end !== undefined && end > at ? { node: scalarNode(text.slice(at, end), 'PLAIN', at, end), end } : undefined;
}

/** True for what no JSON can hold: kubectl refuses it. */
function isInfinite(source: string): boolean {
  return source.length < 6 && /^[-+]?\.(?:inf|nan)$/i.test(source);
}

/** The offset behind the text that a plain scalar has on one line; undefined where a tab stands in it. */
function plainEnd(text: string, at: number, isEnd: (code: number) => boolean): number | undefined {
  let end = at;
  for (let next = at; ; next++) {
    const code = text.charCodeAt(next);
    if (code === Character.Space) continue;
    if (code === Character.Tab) return undefined;
    if (isLineEnd(text, next) || isEnd(code)) return end;
    if (code === Character.Hash && text.charCodeAt(next - 1) === Character.Space) return end;
    if (code === Character.Colon && (isSpaceOrEnd(text, next + 1) || isEnd(text.charCodeAt(next + 1)))) return end;
    end = next + 1;
  }
}

/**
 * A plain scalar of block style with the deeper lines that go on with it (YAML 1.2.2, 7.3.3); undefined where lines
 * without text stand between, or anything that ends it too early.
 */
export function foldedPlain(
  text: string,
  { node, end: firstEnd }: Scanned<Scalar<string>>,
  parentColumn: number,
): Scanned<Scalar<string>> | undefined {
  let { value } = node;
  let end = firstEnd;
  for (;;) {
    const lineEnd = behindSpaces(text, end);
    if (!isLineEnd(text, lineEnd)) break;
    const start = behindLineEnd(text, lineEnd);
    const at = behindSpaces(text, start);
    if (at - start <= parentColumn || isLineEnd(text, at)) break;
    const next = plainEnd(text, at, isBlockEnd);
    if (next === undefined || next === at) return undefined;
    value += ` ${text.slice(at, next)}`;
    end = next;
  }
  return { node: scalarNode(value, 'PLAIN', node.range?.[0] ?? firstEnd, end), end };
}

function singleQuoted(text: string, at: number): Scanned<Scalar<string>> | undefined {
  for (let end = at + 1; !isLineEnd(text, end); end++) {
    if (text.charCodeAt(end) !== Character.Apostrophe) continue;
    if (text.charCodeAt(end + 1) === Character.Apostrophe) end++;
    else return { node: quoted(text.slice(at + 1, end).replaceAll("''", "'"), 'QUOTE_SINGLE', at, end), end: end + 1 };
  }
  return undefined;
}

function doubleQuoted(text: string, at: number): Scanned<Scalar<string>> | undefined {
  for (let end = at + 1; !isLineEnd(text, end); end++) {
    const code = text.charCodeAt(end);
    if (code === Character.Quote) {
      return { node: quoted(text.slice(at + 1, end), 'QUOTE_DOUBLE', at, end), end: end + 1 };
    }
    if (code === Character.Backslash) return escaped(text, at);
  }
  return undefined;
}

/** A string with the escapes that JSON and YAML share; undefined for those that YAML alone has. */
function escaped(text: string, at: number): Scanned<Scalar<string>> | undefined {
  const pattern = /"((?:[^"\\\r\n]|\\["\\bfnrt])*)"/y;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[1];
  if (found === undefined || found.includes('\t')) return undefined;
  const value: unknown = JSON.parse(`"${found}"`);
  const end = at + found.length + 1;
  return typeof value === 'string' ? { node: quoted(value, 'QUOTE_DOUBLE', at, end), end: end + 1 } : undefined;
}

function quoted(value: string, type: Scalar.Type, start: number, quoteEnd: number): Scalar<string> {
  return scalarNode(value, type, start, quoteEnd + 1);
}
