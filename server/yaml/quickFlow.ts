import type { Node } from 'yaml';
import { mappingNode, pairNode, sequenceNode } from './quickNodes';
import { behindSpaces, isOddKey, type Scanned, scalarAt } from './quickScalars';

/** Deeper flow collections are left to `yaml`. */
const deepest = 20;

/** True where a flow collection begins. */
export function isFlow(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first === '[' || first === '{';
}

/** A flow collection that ends on its line and holds nothing unusual, at the offset of its bracket. */
export function quickFlow(text: string, at: number, depth = 0): Scanned<Node> | undefined {
  if (depth > deepest) return undefined;
  return text.charAt(at) === '[' ? sequence(text, at, depth) : mapping(text, at, depth);
}

function sequence(text: string, start: number, depth: number): Scanned<Node> | undefined {
  const node = sequenceNode(true);
  let at = behindSpaces(text, start + 1);
  while (text.charAt(at) !== ']' || node.items.length > 0) {
    const item = value(text, at, depth);
    if (!item) return undefined;
    node.items.push(item.node);
    at = behindSpaces(text, item.end);
    if (text.charAt(at) === ']') break;
    if (text.charAt(at) !== ',') return undefined;
    at = behindSpaces(text, at + 1);
  }
  node.range = [start, at + 1, at + 1];
  return { node, end: at + 1 };
}

function mapping(text: string, start: number, depth: number): Scanned<Node> | undefined {
  const node = mappingNode(true);
  let at = behindSpaces(text, start + 1);
  while (text.charAt(at) !== '}' || node.items.length > 0) {
    const key = scalarAt(text, at, isFlowEnd);
    if (!key || isOddKey(key.node)) return undefined;
    const colon = behindSpaces(text, key.end);
    // A colon right at its value is one behind a quoted key only.
    const isJson = key.node.type !== 'PLAIN';
    if (text.charAt(colon) !== ':' || (!isJson && text.charAt(colon + 1) !== ' ')) return undefined;
    const member = value(text, behindSpaces(text, colon + 1), depth);
    if (!member) return undefined;
    node.items.push(pairNode(key.node, member.node));
    at = behindSpaces(text, member.end);
    if (text.charAt(at) === '}') break;
    if (text.charAt(at) !== ',') return undefined;
    at = behindSpaces(text, at + 1);
  }
  node.range = [start, at + 1, at + 1];
  return { node, end: at + 1 };
}

function value(text: string, at: number, depth: number): Scanned<Node> | undefined {
  return isFlow(text, at) ? quickFlow(text, at, depth + 1) : scalarAt(text, at, isFlowEnd);
}

/** `,`, `[`, `]`, `{` and `}` end a plain scalar of flow style. */
function isFlowEnd(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}
