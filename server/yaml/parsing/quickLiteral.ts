import type { Scalar } from 'yaml';
import { scalarNode } from './quickNodes';
import { behindLineEnd, behindSpaces, isLineEnd, nextLineStart, type Scanned } from './quickScalars';

/** A block scalar with the start of the line below it, where reading goes on. */
export type ScannedBlock = Scanned<Scalar<string>>;

/** A literal block scalar (YAML 1.2.2, 8.1.2) that holds text, at the offset of its `|`. */
export function quickLiteral(text: string, at: number, parentColumn: number): ScannedBlock | undefined {
  const sign = text.charAt(at + 1);
  const isStripped = sign === '-';
  const first = nextLineStart(text, at + (isStripped ? 2 : 1));
  if (first === undefined) return undefined;
  const column = columnOfText(text, first);
  if (column === undefined || column <= parentColumn) return undefined;
  const lines: string[] = [];
  let end = first;
  let textEnd = first;
  let filled = 0;
  while (end < text.length) {
    const content = behindSpaces(text, end);
    const isBlank = isLineEnd(text, content);
    if (!isBlank && content - end < column) break;
    const next = behindLineEnd(text, end);
    const lineEnd = next < text.length || text.endsWith('\n') ? next - (text.charAt(next - 2) === '\r' ? 2 : 1) : next;
    lines.push(text.slice(Math.min(end + column, lineEnd), lineEnd));
    // A line of spaces longer than the indentation is text too.
    if (!isBlank || lineEnd > end + column) {
      filled = lines.length;
      textEnd = lineEnd;
    }
    end = next;
  }
  const value = lines.slice(0, filled).join('\n') + (isStripped ? '' : '\n');
  return { node: scalarNode(value, 'BLOCK_LITERAL', at, textEnd), end };
}

/** How far the first line of text is indented; undefined where blank lines before it are indented further, or all are blank. */
function columnOfText(text: string, from: number): number | undefined {
  let widest = 0;
  for (let start = from; start < text.length; start = behindLineEnd(text, start)) {
    const content = behindSpaces(text, start);
    if (!isLineEnd(text, content)) return content - start >= widest ? content - start : undefined;
    widest = Math.max(widest, content - start);
  }
  return undefined;
}
