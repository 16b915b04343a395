import { isScalar } from 'yaml';
import type { OffsetRange } from '../parsing/lines';
import { isNullScalar } from '../parsing/readScalar';
import { type Field, rangeOf } from './field';

/**
 * The text of a scalar, whatever it means: numbers as they are written, and what a template fills in as placeholder
 * characters. Undefined for what is no scalar, and where nothing is written.
 */
export function textOf({ node }: Field): string | undefined {
  if (!isScalar(node)) return undefined;
  const text = String(node.value);
  return isNullScalar(node) ? undefined : text;
}

/** A longer piece of a line is not looked for: one that resembles itself takes too long to find. */
const longestPiece = 10_000;

/**
 * Where a part of a scalar's value is written: on its own line of a block scalar, between the quotes of a quoted one.
 * The whole scalar where the part is written differently (escapes, folded lines).
 *
 * @param value the scalar's value, `part` counts its UTF-16 units
 * @returns UTF-16 offsets from the document's start
 */
export function rangeWithin(field: Field, value: string, part: OffsetRange): OffsetRange {
  const whole = rangeOf(field);
  const { node } = field;
  if (!isScalar(node) || !node.range) return whole;
  const [start, end] = node.range;
  const written = { start, end };
  const { text } = field.tree;
  const first = firstLineOf(value.slice(part.start, part.end));
  const last = lastLineOf(value.slice(part.start, part.end));
  if (first.length > longestPiece || last.length > longestPiece) return whole;
  const firstStart = nth(text, first, occurrencesBefore(value, first, part.start), written);
  if (firstStart === undefined) return whole;
  const lastStart = nth(text, last, occurrencesBefore(value, last, part.end - last.length), written);
  return lastStart === undefined ? whole : { start: firstStart, end: Math.max(lastStart, firstStart) + last.length };
}

function firstLineOf(text: string): string {
  return text.trimStart().split('\n', 1)[0] ?? '';
}

function lastLineOf(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}

function occurrencesBefore(text: string, piece: string, offset: number): number {
  if (piece === '') return 0;
  let count = 0;
  for (let at = text.indexOf(piece); at >= 0 && at < offset; at = text.indexOf(piece, at + 1)) count++;
  return count;
}

/** Where the piece stands for the time after `count` others, within a range. */
function nth(text: string, piece: string, count: number, { start, end }: OffsetRange): number | undefined {
  if (piece === '') return undefined;
  let at = text.indexOf(piece, start);
  for (let left = count; left > 0 && at >= 0; left--) at = text.indexOf(piece, at + 1);
  return at < 0 || at + piece.length > end ? undefined : at;
}
