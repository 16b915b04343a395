import { endOf } from '../field/extent';
import { columnAt, lineStartAt, nextLineAt, type OffsetRange } from '../parsing/lines';
import { endOfDeeperComments, startWithComments } from '../read/ownComments';
import { type Joined, lineOutsideBehind } from '../templates/betweenActions';
import { type DocumentEdit, type Rendering, touchesTemplate } from './rendering';

/** The start of the comment block right above a line, or of the line itself. */
export function aboveComments(text: string, offset: number, column: number): number {
  let start = lineStartAt(text, offset);
  while (start > 0) {
    const above = lineStartAt(text, start - 1);
    const line = text.slice(above, start);
    if (line.search(/\S/) !== column || line.charAt(column) !== '#') break;
    start = above;
  }
  return start;
}

/**
 * The start of the line behind a pair or an item, comments that are indented below it included. Undefined where a
 * template decides what stands there.
 */
export function insertionBehind(rendering: Rendering, written: unknown, joined: Joined): number | undefined {
  const { text, source, template } = rendering;
  const { column } = joined;
  const end = endOf(text, written);
  if (end === undefined) return undefined;
  const offset = endOfDeeperComments(source, nextLineAt(source, end), column);
  return template ? lineOutsideBehind(template, offset, joined) : offset;
}

/** Whole lines written at an offset, which is the start of a line or the end of a text without a last line end. */
export function linesAt({ source, style }: Rendering, offset: number, lines: readonly string[]): DocumentEdit {
  const followsLine = offset === 0 || source.charAt(offset - 1) === '\n';
  const newText = followsLine
    ? lines.map((line) => line + style.lineEnd).join('')
    : lines.map((line) => style.lineEnd + line).join('');
  return { start: offset, end: offset, newText };
}

/**
 * Takes away the whole lines of a pair or an item, with the comments that are about nothing else; undefined if something
 * else stands on the first, or a template writes any of them.
 *
 * @param leadsOthers whether lines that stay follow at once
 */
export function wholeLines(
  rendering: Rendering,
  { start, end }: OffsetRange,
  leadsOthers: () => boolean,
): DocumentEdit[] | undefined {
  const { source } = rendering;
  const column = columnAt(source, start);
  const first = startWithComments(source, start, column, leadsOthers);
  const next = endOfDeeperComments(source, nextLineAt(source, end), column);
  if (!isFirstOnLine(source, start) || touchesTemplate(rendering, first, next)) return undefined;
  const endsFile = next === source.length && source.charAt(next - 1) !== '\n';
  if (!endsFile || first === 0) return [{ start: first, end: next, newText: '' }];
  // The last line of a file that ends without a line end takes the one before it along.
  return [{ start: lineEndAt(source, first - 1), end: next, newText: '' }];
}

/** True if nothing but spaces stands before an offset on its line. */
export function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(lineStartAt(text, offset), offset).trim() === '';
}

/** The offset of the line end behind an offset: of the `\r` of `\r\n`. */
export function lineEndAt(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  if (lineFeed < 0) return text.length;
  return lineFeed > 0 && text.charAt(lineFeed - 1) === '\r' ? lineFeed - 1 : lineFeed;
}
