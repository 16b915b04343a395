import { isCollection, isMap, isPair, isSeq, type Node } from 'yaml';
import { rangeOfNode } from '../../yaml/field/extent';
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
  const inside = rangeOfNode(node);
  return inside ? ({ range }) => holds(inside, range.start) : coversNothing;
}

/**
 * Covers the findings of a line, and those inside of the list item or the object that starts there.
 *
 * @param starts where the lines of the document start
 */
export function coverageOfLines(starts: readonly number[], trees: readonly Tree[]): (line: number) => Coverage {
  const byLine = new Map<number, OffsetRange[]>();
  const add = (node: Node) => {
    const range = rangeOfNode(node);
    if (!range) return;
    const { line } = positionAt(starts, range.start);
    const known = byLine.get(line);
    if (known) known.push(range);
    else byLine.set(line, [range]);
  };
  for (const { root } of trees) {
    if (isMap(root)) add(root);
    collectItems(root, add);
  }
  return (line) => {
    const inside = byLine.get(line) ?? [];
    return ({ start, range }) => start.line === line || inside.some((item) => holds(item, range.start));
  };
}

function collectItems(node: unknown, found: (item: Node) => void): void {
  if (isPair(node)) collectItems(node.value, found);
  if (!isCollection(node)) return;
  for (const item of node.items) {
    if (isSeq(node) && isMap(item)) found(item);
    collectItems(item, found);
  }
}
