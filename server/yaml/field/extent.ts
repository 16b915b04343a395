import { isAlias, isCollection, isPair, isScalar, type Node, type Pair } from 'yaml';
import type { OffsetRange } from '../parsing/lines';

/** Where the first character of a pair, an item or a node stands. */
export function startOf(written: unknown): number | undefined {
  if (isPair(written)) return startOf(written.key);
  return isNode(written) ? written.range?.[0] : undefined;
}

/** A node from its first character to the end of its value, as `yaml` counts it. */
export function rangeOfNode(node: Node | null | undefined): OffsetRange | undefined {
  return node?.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

/**
 * Just behind the last character that belongs to a pair or a node: comments, blank lines and line ends that follow
 * it are left out.
 */
export function endOf(text: string, written: unknown): number | undefined {
  if (isPair(written)) return endOfPair(text, written);
  if (!isNode(written) || !written.range) return undefined;
  if (isCollection(written) && !written.flow) {
    const last = written.items.at(-1);
    return endOf(text, last) ?? written.range[1];
  }
  const [start, end] = written.range;
  // The range of a block scalar takes in its last line end.
  return start + text.slice(start, end).trimEnd().length;
}

function endOfPair(text: string, pair: Pair): number | undefined {
  const value = endOf(text, pair.value);
  const key = endOf(text, pair.key);
  const colon = colonOf(text, pair);
  if (value !== undefined && value > (key ?? 0)) return value;
  return colon === undefined ? key : colon + 1;
}

/** The offset of the colon behind a pair's key. */
export function colonOf(text: string, pair: Pair): number | undefined {
  const key = endOf(text, pair.key);
  if (key === undefined) return undefined;
  const colon = text.indexOf(':', key);
  return colon >= 0 && text.slice(key, colon).trim() === '' ? colon : undefined;
}

function isNode(written: unknown): written is Node {
  return isCollection(written) || isScalar(written) || isAlias(written);
}
