import type { Node } from 'yaml';
import { mappingNode, pairNode, sequenceNode } from './quickNodes';
import { behindSpaces, isOddKey, type Scanned, scalarAt } from './quickScalars';

/** Deeper flow collections are left to `yaml`. */
const deepest = 100;

/** True where a flow collection begins. */
export function isFlow(text: string, at: number): boolean {
  const first = text.charAt(at);
  return first === '[' || first === '{';
}

/** A flow collection that ends on its line and holds nothing unusual, at the offset of its bracket. */
export function quickFlow(text: string, at: number): Scanned<Node> | undefined {
  return collection({ text, behindBlank: behindSpaces }, at, 0);
}

/** The same in JSON, which may go on over any number of lines. */
export function quickJson(text: string, at: number): Scanned<Node> | undefined {
  return collection({ text, behindBlank: behindWhiteSpace }, at, 0);
}

/** A text, and what may stand between the words of a collection. */
interface Flow {
  readonly text: string;
  readonly behindBlank: (text: string, from: number) => number;
}

function collection(flow: Flow, at: number, depth: number): Scanned<Node> | undefined {
  if (depth > deepest) return undefined;
  return flow.text.charAt(at) === '[' ? sequence(flow, at, depth) : mapping(flow, at, depth);
}

function sequence(flow: Flow, start: number, depth: number): Scanned<Node> | undefined {
  const { text, behindBlank } = flow;
  const node = sequenceNode(true);
  let at = behindBlank(text, start + 1);
  while (text.charAt(at) !== ']' || node.items.length > 0) {
    const item = value(flow, at, depth);
    if (!item) return undefined;
    node.items.push(item.node);
    at = behindBlank(text, item.end);
    if (text.charAt(at) === ']') break;
    if (text.charAt(at) !== ',') return undefined;
    at = behindBlank(text, at + 1);
  }
  node.range = [start, at + 1, at + 1];
  return { node, end: at + 1 };
}

function mapping(flow: Flow, start: number, depth: number): Scanned<Node> | undefined {
  const { text, behindBlank } = flow;
  const node = mappingNode(true);
  let at = behindBlank(text, start + 1);
  while (text.charAt(at) !== '}' || node.items.length > 0) {
    const key = scalarAt(text, at, isFlowEnd);
    if (!key || isOddKey(key.node)) return undefined;
    const colon = behindBlank(text, key.end);
    // A colon right at its value is one behind a quoted key only.
    const isQuoted = key.node.type !== 'PLAIN';
    if (text.charAt(colon) !== ':' || (!isQuoted && text.charAt(colon + 1) !== ' ')) return undefined;
    const member = value(flow, behindBlank(text, colon + 1), depth);
    if (!member) return undefined;
    node.items.push(pairNode(key.node, member.node));
    at = behindBlank(text, member.end);
    if (text.charAt(at) === '}') break;
    if (text.charAt(at) !== ',') return undefined;
    at = behindBlank(text, at + 1);
  }
  node.range = [start, at + 1, at + 1];
  return { node, end: at + 1 };
}

function value(flow: Flow, at: number, depth: number): Scanned<Node> | undefined {
  const { text } = flow;
  return isFlow(text, at) ? collection(flow, at, depth + 1) : scalarAt(text, at, isFlowEnd);
}

function behindWhiteSpace(text: string, from: number): number {
  let at = from;
  while (isWhiteSpace(text.charCodeAt(at))) at++;
  return at;
}

/** White space of JSON. */
function isWhiteSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** `,`, `[`, `]`, `{` and `}` end a plain scalar of flow style. */
function isFlowEnd(code: number): boolean {
  return code === 44 || code === 91 || code === 93 || code === 123 || code === 125;
}
