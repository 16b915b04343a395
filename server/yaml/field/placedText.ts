import { isCollection, isScalar, type Scalar } from 'yaml';
import type { Field } from './field';

/** A text that is written within another one, and where its characters stand there. Plain data. */
export interface PlacedText {
  readonly text: string;
  /** In the order of the text. */
  readonly pieces: readonly TextPiece[];
}

/** Characters that stand in a row in both texts; offsets in UTF-16 units. */
export interface TextPiece {
  /** Where they begin in the text. */
  readonly at: number;
  /** Where they stand in the text around it. */
  readonly start: number;
  readonly end: number;
}

/**
 * What is written at a field as a text of its own: a scalar as it is meant, a mapping or list as YAML. Undefined where
 * nothing or something unknown is written.
 *
 * @param start where the field's document begins in its file
 */
export function placedText({ state, node, tree }: Field, start: number): PlacedText | undefined {
  if (state !== 'known' || !node?.range) return undefined;
  const { source } = tree;
  const [from, to] = node.range;
  if (isScalar(node)) return { text: String(node.value), pieces: scalarPieces(node, source, start) };
  if (!isCollection(node)) return undefined;
  // Its lines keep their indentation, and so does the first one, whatever stands in front of it.
  const column = from - (source.lastIndexOf('\n', from - 1) + 1);
  const text = ' '.repeat(column) + source.slice(from, to);
  return { text, pieces: [{ at: 0, start: start + from - column, end: start + to }] };
}

/** Where a place of a text stands in the text around it. */
export function placeAround({ pieces }: PlacedText, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? Math.min(piece.start + Math.max(0, offset - piece.at), piece.end) : offset;
}

function scalarPieces(node: Scalar, source: string, start: number): TextPiece[] {
  const [from, to] = node.range ?? [0, 0];
  if (node.type === 'BLOCK_LITERAL') return literalPieces(String(node.value), source.slice(0, to), from, start);
  const quotes = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  return [{ at: 0, start: start + from + quotes, end: start + to - quotes }];
}

/** The lines of a literal block are those of its text, indented. */
function literalPieces(value: string, source: string, from: number, start: number): TextPiece[] {
  const pieces: TextPiece[] = [];
  let indent: number | undefined;
  let line = source.indexOf('\n', from) + 1;
  let at = 0;
  while (line > 0 && line < source.length && at <= value.length) {
    const next = source.indexOf('\n', line);
    const lineEnd = next < 0 ? source.length : next;
    const valueEnd = value.indexOf('\n', at);
    const written = value.slice(at, valueEnd < 0 ? value.length : valueEnd);
    const end = lineEnd - (source[lineEnd - 1] === '\r' ? 1 : 0);
    if (indent === undefined && written.trim() !== '') indent = Math.max(0, end - line - written.length);
    const begins = Math.min(line + (indent ?? 0), end);
    pieces.push({ at, start: start + begins, end: start + end });
    if (valueEnd < 0) break;
    at = valueEnd + 1;
    line = next + 1;
  }
  return pieces.length > 0 ? pieces : [{ at: 0, start: start + from, end: start + from }];
}
