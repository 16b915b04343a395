import { isMap, isPair, isScalar, isSeq, type Range } from 'yaml';
import type { Tree } from '../../yaml/read/tree';

/**
 * The way from the root of a document to the innermost node at an offset, with names instead of numbers for items that
 * have one. This is how fingerprints of version 1 tell places, so it stays as it is.
 *
 * @param source the document as it may be shown
 * @param offset UTF-16 units from the document's start
 */
export function placeByOffset(tree: Tree, source: string, offset: number): string {
  const steps = [identityOf(source, tree.root)];
  let node: unknown = tree.root;
  while (node !== undefined) {
    const next = stepTowards(source, node, offset);
    if (next) steps.push(next.name);
    node = next?.node;
  }
  return steps.join('/');
}

function stepTowards(source: string, node: unknown, offset: number): { name: string; node: unknown } | undefined {
  if (isMap(node)) {
    for (const pair of node.items) {
      const isAtKey = holds(pair.key, offset);
      if (isAtKey || holds(pair.value, offset)) {
        return { name: sourceOf(source, pair.key), node: isAtKey ? undefined : pair.value };
      }
    }
  } else if (isSeq(node)) {
    const index = node.items.findIndex((item) => holds(item, offset));
    const item = node.items[index];
    if (item !== undefined) return { name: identityOf(source, item) || String(index), node: item };
  }
  return undefined;
}

function holds(node: unknown, offset: number): boolean {
  const range = rangeOf(node);
  return range !== undefined && range[0] <= offset && offset < Math.max(range[1], range[0] + 1);
}

/** The name of an object, a container, a port …; a scalar is its own name. */
function identityOf(source: string, node: unknown): string {
  if (isScalar(node)) return sourceOf(source, node);
  const metadata = memberNode(node, 'metadata');
  const parts = [
    memberNode(node, 'kind'),
    memberNode(metadata, 'namespace'),
    memberNode(metadata, 'name'),
    memberNode(node, 'name'),
  ];
  return parts
    .filter(isScalar)
    .map((part) => sourceOf(source, part))
    .join(' ');
}

function memberNode(node: unknown, key: string): unknown {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key)?.value;
}

/** A node as it is written, templates and all. */
function sourceOf(source: string, node: unknown): string {
  const range = rangeOf(node);
  return range ? source.slice(range[0], range[1]).trim() : '';
}

function rangeOf(node: unknown): Range | undefined {
  return (isMap(node) || isSeq(node) || isScalar(node)) && node.range ? node.range : undefined;
}
