import { isCollection, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml';
import { columnAt } from '../parsing/lines';
import type { TemplateGap } from '../templates/templates';

/**
 * The mappings, sequences and pairs that template gaps add to. What is absent from one of them is unknown: the
 * rendered text may well have it.
 */
export function openNodes(text: string, root: Node, gaps: readonly TemplateGap[]): Set<unknown> {
  const open = new Set<unknown>();
  for (const gap of gaps) markOwner(text, root, gap, open);
  return open;
}

function markOwner(text: string, node: Node, gap: TemplateGap, open: Set<unknown>): void {
  if (!isCollection(node) || node.flow) {
    open.add(node);
  } else if (isMap(node)) {
    markOwnerInMap(text, node, gap, open);
  } else if (isSeq(node)) {
    const item = node.items.findLast((candidate) => startOf(candidate) < gap.offset);
    if (gap.column <= columnOf(text, node) || !isNode(item)) open.add(node);
    else markOwner(text, item, gap, open);
  }
}

function markOwnerInMap(text: string, map: YAMLMap, gap: TemplateGap, open: Set<unknown>): void {
  const pairs = map.items;
  const pair = pairs.findLast((candidate) => startOf(candidate.key) < gap.offset);
  const first = pairs[0];
  const column = first && isNode(first.key) ? columnOf(text, first.key) : 0;
  if (!pair) {
    open.add(map);
    return;
  }
  const value = pair.value;
  const isList = isSeq(value) && !value.flow;
  if (gap.column <= column) {
    open.add(map);
    // Items of a list may stand at the column of its key.
    if (isList && columnOf(text, value) === gap.column) open.add(value);
  } else if (isNode(value) && isCollection(value)) {
    markOwner(text, value, gap, open);
  } else {
    open.add(pair);
  }
}

function isNode(value: unknown): value is Node {
  return isCollection(value) || isScalar(value);
}

function startOf(value: unknown): number {
  return isNode(value) ? (value.range?.[0] ?? 0) : Number.POSITIVE_INFINITY;
}

function columnOf(text: string, node: Node): number {
  return columnAt(text, node.range?.[0] ?? 0);
}
