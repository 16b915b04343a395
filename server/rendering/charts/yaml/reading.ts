import type { Node, ScalarNode } from './nodes';
import type { Scanner } from './scanner';
import type { Mark } from './scanState';

/** What stands where a node is looked for. */
export interface Where {
  readonly isBlock: boolean;
  readonly takesIndentless: boolean;
}

/** In a list. */
export const inBlock: Where = { isBlock: true, takesIndentless: false };
/** Behind a key. */
export const asValue: Where = { isBlock: true, takesIndentless: true };
/** Between brackets. */
export const inFlow: Where = { isBlock: false, takesIndentless: false };

/** What is known while a document is read. */
export interface Reading {
  readonly tokens: Scanner;
  readonly anchors: Map<string, Node>;
  readonly handles: Map<string, string>;
  /** Reads a node, of whatever kind. */
  readonly node: (where: Where) => Node;
  depth: number;
}

/** The node where nothing is written. */
export function empty(mark: Mark): ScalarNode {
  const { index } = mark;
  return { kind: 'scalar', start: index, end: index, value: '', tag: '', isPlain: true, style: 'plain', copy: index };
}
