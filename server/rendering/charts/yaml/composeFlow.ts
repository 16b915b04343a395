import type { Node } from './nodes';
import { empty, inFlow, type Reading } from './reading';
import { parseFault } from './scanState';

/** Reads `[…]`. */
export function flowSequence(reading: Reading, remember: (node: Node) => void): Node {
  const { tokens } = reading;
  const first = tokens.peek().start;
  const items: Node[] = [];
  const node = { kind: 'sequence' as const, start: first.index, end: 0, items };
  remember(node);
  tokens.skip();
  for (let isFirst = true; ; isFirst = false) {
    let token = tokens.peek();
    if (token.kind !== 'flow sequence end') {
      if (!isFirst) {
        if (token.kind !== 'flow entry') throw parseFault(first, "did not find expected ',' or ']'", token.start);
        tokens.skip();
        token = tokens.peek();
      }
      if (token.kind === 'key') {
        items.push(singlePair(reading));
        continue;
      }
      if (token.kind !== 'flow sequence end') {
        items.push(reading.node(inFlow));
        continue;
      }
    }
    node.end = token.end.index;
    tokens.skip();
    return node;
  }
}

function singlePair(reading: Reading): Node {
  const { tokens } = reading;
  const mark = tokens.peek();
  tokens.skip();
  const { kind } = tokens.peek();
  let key: Node;
  if (kind === 'value' || kind === 'flow entry' || kind === 'flow sequence end') key = empty(mark.end);
  else key = reading.node(inFlow);
  let value: Node = empty(tokens.peek().start);
  if (tokens.peek().kind === 'value') {
    tokens.skip();
    const next = tokens.peek();
    value = next.kind === 'flow entry' || next.kind === 'flow sequence end' ? empty(next.start) : reading.node(inFlow);
  }
  return { kind: 'mapping', start: mark.start.index, end: value.end, pairs: [[key, value]] };
}

/** Reads `{…}`. */
export function flowMapping(reading: Reading, remember: (node: Node) => void): Node {
  const { tokens } = reading;
  const first = tokens.peek().start;
  const pairs: [Node, Node][] = [];
  const node = { kind: 'mapping' as const, start: first.index, end: 0, pairs };
  remember(node);
  tokens.skip();
  for (let isFirst = true; ; isFirst = false) {
    let token = tokens.peek();
    if (token.kind !== 'flow mapping end') {
      if (!isFirst) {
        if (token.kind !== 'flow entry') throw parseFault(first, "did not find expected ',' or '}'", token.start);
        tokens.skip();
        token = tokens.peek();
      }
      if (token.kind === 'key') {
        tokens.skip();
        const { kind, start } = tokens.peek();
        const isEmpty = kind === 'value' || kind === 'flow entry' || kind === 'flow mapping end';
        const key = isEmpty ? empty(start) : reading.node(inFlow);
        pairs.push([key, flowValue(reading)]);
        continue;
      }
      if (token.kind !== 'flow mapping end') {
        const key = reading.node(inFlow);
        pairs.push([key, empty(tokens.peek().start)]);
        continue;
      }
    }
    node.end = token.end.index;
    tokens.skip();
    return node;
  }
}

function flowValue(reading: Reading): Node {
  const { tokens } = reading;
  const token = tokens.peek();
  if (token.kind !== 'value') return empty(token.start);
  tokens.skip();
  const next = tokens.peek();
  if (next.kind === 'flow entry' || next.kind === 'flow mapping end') return empty(next.start);
  return reading.node(inFlow);
}
