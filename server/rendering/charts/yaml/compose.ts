import { flowMapping, flowSequence } from './composeFlow';
import type { Node } from './nodes';
import { asValue, empty, inBlock, type Reading, type Where } from './reading';
import { scanner } from './scanner';
import { type Mark, parseFault, type Token, YamlFault } from './scanState';

// What go-yaml's reader lets pass.
const forbidden = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** Reads the first document of a text; nothing if it is empty. */
export function compose(text: string): Node | undefined {
  const bad = forbidden.exec(text);
  if (bad) {
    const isByte = /\p{Surrogate}/u.test(bad[0]);
    throw new YamlFault(isByte ? 'invalid leading UTF-8 octet' : 'control characters are not allowed', bad.index);
  }
  const tokens = scanner(text);
  const first = tokens.peek();
  if (first.kind === 'stream end') return undefined;
  const reading: Reading = {
    tokens,
    anchors: new Map(),
    handles: new Map(),
    node: (where) => readNode(reading, where),
    depth: 0,
  };
  const isExplicit = ['version directive', 'tag directive', 'document start'].includes(first.kind);
  let node: Node;
  if (isExplicit) {
    directives(reading);
    const start = tokens.peek();
    if (start.kind !== 'document start')
      throw parseFault(undefined, 'did not find expected <document start>', start.start);
    tokens.skip();
    const { kind, start: mark } = tokens.peek();
    const isEmpty = ['version directive', 'tag directive', 'document start', 'document end', 'stream end'].includes(
      kind,
    );
    node = isEmpty ? empty(mark) : readNode(reading, { isBlock: true, takesIndentless: false });
  } else {
    directives(reading);
    node = readNode(reading, { isBlock: true, takesIndentless: false });
  }
  tokens.peek();
  return node;
}

function directives({ tokens, handles }: Reading): void {
  let hasVersion = false;
  for (;;) {
    const token = tokens.peek();
    if (token.kind === 'version directive') {
      if (hasVersion) throw parseFault(undefined, 'found duplicate %YAML directive', token.start);
      if (!/^0?1\.0?1$/.test(token.value)) throw parseFault(undefined, 'found incompatible YAML document', token.start);
      hasVersion = true;
    } else if (token.kind === 'tag directive') {
      if (handles.has(token.value)) throw parseFault(undefined, 'found duplicate %TAG directive', token.start);
      handles.set(token.value, token.suffix);
    } else break;
    tokens.skip();
  }
  if (!handles.has('!')) handles.set('!', '!');
  if (!handles.has('!!')) handles.set('!!', 'tag:yaml.org,2002:');
}

/** Helm takes 10,000, for which there is no room here. */
const deepest = 1_000;

function readNode(reading: Reading, where: Where): Node {
  const { tokens, anchors } = reading;
  if (++reading.depth > deepest) throw new YamlFault(`exceeded max depth of ${deepest}`, tokens.peek().start.index);
  let token = tokens.peek();
  if (token.kind === 'alias') {
    const of = anchors.get(token.value);
    if (!of) throw new YamlFault(`unknown anchor '${token.value}' referenced`, token.start.index);
    tokens.skip();
    reading.depth--;
    return { kind: 'alias', start: token.start.index, end: token.end.index, name: token.value, of };
  }
  if (token.kind === 'scalar') {
    tokens.skip();
    reading.depth--;
    return scalarNode(token, '');
  }
  const { start } = token;
  let name: string | undefined;
  let tag: Token | undefined;
  for (let turn = 0; turn < 2; turn++) {
    if (token.kind === 'anchor' && name === undefined) name = token.value;
    else if (token.kind === 'tag' && tag === undefined) tag = token;
    else break;
    tokens.skip();
    token = tokens.peek();
  }
  const tagName = tag ? resolvedTag(reading, tag, start) : '';
  const remember = (node: Node) => {
    if (name !== undefined) anchors.set(name, node);
  };
  const node = content(reading, where, {
    token,
    start,
    tag: tagName,
    isMarked: name !== undefined || tagName !== '',
    remember,
  });
  reading.depth--;
  return node;
}

function resolvedTag({ handles }: Reading, { value, suffix, start: mark }: Token, start: Mark): string {
  if (value === '') return suffix;
  const prefix = handles.get(value);
  if (prefix === undefined) throw parseFault(start, 'found undefined tag handle', mark);
  return prefix + suffix;
}

interface Content {
  readonly token: Token;
  readonly start: Mark;
  readonly tag: string;
  readonly isMarked: boolean;
  readonly remember: (node: Node) => void;
}

function content(reading: Reading, where: Where, { token, start, tag, isMarked, remember }: Content): Node {
  const { tokens } = reading;
  if (where.takesIndentless && token.kind === 'block entry') return blockSequence(reading, start, remember, false);
  switch (token.kind) {
    case 'scalar': {
      const node = scalarNode(token, tag);
      tokens.skip();
      remember(node);
      return node;
    }
    case 'flow sequence start':
      return flowSequence(reading, remember);
    case 'flow mapping start':
      return flowMapping(reading, remember);
    case 'block sequence start':
      if (where.isBlock) return blockSequence(reading, start, remember, true);
      break;
    case 'block mapping start':
      if (where.isBlock) return blockMapping(reading, remember);
      break;
  }
  if (isMarked) {
    const node = { ...empty(token.start), tag };
    remember(node);
    return node;
  }
  throw parseFault(start, 'did not find expected node content', token.start);
}

function scalarNode({ start, end, value, style, copy, runs }: Token, tag: string): Node {
  const isPlain = (tag === '' && style === 'plain') || tag === '!';
  return { kind: 'scalar', start: start.index, end: end.index, value, tag, isPlain, style, copy, runs };
}

function blockSequence(reading: Reading, start: Mark, remember: (node: Node) => void, isOpened: boolean): Node {
  const { tokens } = reading;
  const items: Node[] = [];
  const node = { kind: 'sequence' as const, start: tokens.peek().start.index, end: 0, items };
  remember(node);
  const first = tokens.peek().start;
  if (isOpened) tokens.skip();
  for (;;) {
    const token = tokens.peek();
    if (token.kind === 'block entry') {
      tokens.skip();
      const { kind } = tokens.peek();
      const ends =
        kind === 'block entry' || kind === 'block end' || (!isOpened && (kind === 'key' || kind === 'value'));
      items.push(ends ? empty(token.end) : readNode(reading, inBlock));
      continue;
    }
    if (isOpened && token.kind !== 'block end') {
      throw parseFault(first, "did not find expected '-' indicator", token.start);
    }
    if (isOpened) tokens.skip();
    node.end = items.at(-1)?.end ?? start.index;
    return node;
  }
}

function blockMapping(reading: Reading, remember: (node: Node) => void): Node {
  const { tokens } = reading;
  const first = tokens.peek().start;
  const pairs: [Node, Node][] = [];
  const node = { kind: 'mapping' as const, start: first.index, end: first.index, pairs };
  remember(node);
  tokens.skip();
  const ends = () => {
    const { kind } = tokens.peek();
    return kind === 'key' || kind === 'value' || kind === 'block end';
  };
  for (;;) {
    const token = tokens.peek();
    if (token.kind === 'block end') {
      tokens.skip();
      node.end = pairs.at(-1)?.[1].end ?? first.index;
      return node;
    }
    if (token.kind !== 'key') throw parseFault(first, 'did not find expected key', token.start);
    tokens.skip();
    const key = ends() ? empty(token.end) : readNode(reading, asValue);
    const colon = tokens.peek();
    if (colon.kind !== 'value') {
      pairs.push([key, empty(colon.start)]);
      continue;
    }
    tokens.skip();
    pairs.push([key, ends() ? empty(colon.end) : readNode(reading, asValue)]);
  }
}
