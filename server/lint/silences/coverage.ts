import { isCollection, isMap, isPair, isSeq } from 'yaml';
import type { Field } from '../../yaml/field/field';
import { type OffsetRange, positionAt } from '../../yaml/parsing/lines';
import { holds } from '../../yaml/parsing/ranges';
import type { Tree } from '../../yaml/read/tree';
import type { Finding } from '../finding';

/** Whether a finding is one of those that a silence is about. */
export type Coverage = (finding: Finding) => boolean;

/** Covers nothing. */
export const coversNothing: Coverage = () => false;

/** Covers the findings inside of a field; of a document's root all of them. */
export function insideOf({ node, parent }: Field): Coverage {
  if (!parent) return () => true;
  const range = node?.range;
  return range ? ({ range: { start } }) => holds({ start: range[0], end: range[1] }, start) : coversNothing;
}

/**
 * Covers the findings of a line, and those inside of the list item or the object that starts there.
 *
 * @param starts where the lines of the document start
 */
export function coverageOfLines(starts: readonly number[], trees: readonly Tree[]): (line: number) => Coverage {
  const byLine = new Map<number, OffsetRange[]>();
  const add = (range: OffsetRange) => {
    const { line } = positionAt(starts, range.start);
    const known = byLine.get(line);
    if (known) known.push(range);
    else byLine.set(line, [range]);
  };
  for (const { root } of trees) {
    if (isMap(root) && root.range) add(rangeOf(root.range));
    collectItems(root, add);
  }
  return (line) => {
    const inside = byLine.get(line) ?? [];
    return ({ start, range }) => start.line === line || inside.some((item) => holds(item, range.start));
  };
}

function collectItems(node: unknown, found: (range: OffsetRange) => void): void {
  if (isPair(node)) collectItems(node.value, found);
  if (!isCollection(node)) return;
  for (const item of node.items) {
    if (isSeq(node) && isMap(item) && item.range) found(rangeOf(item.range));
    collectItems(item, found);
  }
}

function rangeOf([start, end]: readonly [number, number, number]): OffsetRange {
  return { start, end };
}
