import type { Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isJson } from './jsonStream';
import { isFlow, quickFlow, quickJson } from './quickFlow';
import { quickLiteral } from './quickLiteral';
import { mappingNode, pairNode, scalarNode, sequenceNode } from './quickNodes';
import {
  behindLineEnd,
  behindSpaces,
  foldedPlain,
  isBlockEnd,
  isLineEnd,
  isOddKey,
  isSpaceOrEnd,
  keyAt,
  nextLineStart,
  type Scanned,
  scalarAt,
} from './quickScalars';
import { controlCharacters } from './refusals';

/*
 * Nearly all manifests are block mappings and sequences of scalars on one line. Reading just that takes a fraction of
 * the time it takes to read all of YAML, and gives the same nodes with the same offsets. At the first sign of anything
 * else this reader gives up, and `yaml` reads the document.
 */

const lineFeed = 10;

/** Deeper than manifests go. */
const deepest = 100;

/** A line that holds more than a comment: where that begins, and how far it is indented. */
interface Line {
  readonly at: number;
  readonly column: number;
}

/** A node with the line that follows it; undefined at the end of the text. */
interface Read {
  readonly node: Node;
  readonly next: Line | undefined;
  /** The start of the line below it, whatever that holds. */
  readonly below: number;
}

/** A pair of a mapping with what follows its value. */
interface PairRead extends Read {
  readonly pair: Pair<Node, Node>;
}

/** A pair that was read of another text. */
interface KnownPair extends Omit<PairRead, 'next'> {
  readonly text: string;
  readonly column: number;
  /** The offset behind all that was looked at to read it. */
  readonly reach: number;
}

/** What texts have in common that are alike but for lines which some of them leave out: the ways through a template. */
export interface SharedReads {
  /** Whether none of them holds anything that only `yaml` reads, wherever it stands; false if some may. */
  readonly isPlain: boolean;
  /** What was read of them, by its offset. */
  readonly pairs: Map<number, KnownPair>;
}

/** For texts that leave out lines of one and the same. */
export function sharedReads(whole: string): SharedReads {
  return { isPlain: isPlain(whole), pairs: new Map() };
}

/** A text with what is known of it. */
interface Source {
  readonly text: string;
  readonly shared: SharedReads | undefined;
  /** The offset behind the block scalars that were read, and the spaces of the line that ended the last one. */
  reach: number;
}

/**
 * The root of a document in plain YAML without faults, with offsets as `yaml` gives them; undefined for any other.
 *
 * @param shared of the texts that this is one of: what has been read of another is not read again
 */
export function quickParse(document: string, shared?: SharedReads): Node | undefined {
  const text = withoutEndMarker(document);
  if (!shared?.isPlain && !isPlain(text)) return undefined;
  const start = contentStart(text);
  if (start === undefined) return undefined;
  const first = lineFrom(text, start);
  if (!first || first.column > 0) return undefined;
  if (text.charAt(first.at) === '{') return isJson(text) ? quickJson(text, first.at)?.node : undefined;
  const source = { text, shared, reach: 0 };
  const read = isDash(text, first.at) ? sequence(source, first, 0) : mapping(source, first, 0);
  return read && !read.next ? read.node : undefined;
}

/** True for a text without control characters, directives, end markers and lone carriage returns. */
function isPlain(text: string): boolean {
  return !holdsMarkers(text) && !controlCharacters.test(text);
}

/** Where the content begins, behind a byte order mark, comments and the `---` line; undefined if there are other markers. */
function contentStart(text: string): number | undefined {
  const start = /^\uFEFF?(?: *(?:#.*)?\r?\n)*(?:--- *(?:(?<= )#.*)?(?:\r?\n|$))?/.exec(text)?.[0].length ?? 0;
  const marker = text.indexOf('\n---', Math.max(0, start - 1));
  return marker < 0 && !text.startsWith('---', start) ? start : undefined;
}

/** True for directives, end markers and lone carriage returns. Searching for words takes a fraction of an expression's time. */
function holdsMarkers(text: string): boolean {
  return (
    (text.includes('%') && /^%/m.test(text)) ||
    (text.includes('...') && /^\.\.\./m.test(text)) ||
    (text.includes('\r') && /\r(?!\n)/.test(text))
  );
}

/** A document without the `...` that it may end with. */
function withoutEndMarker(text: string): string {
  const at = text.lastIndexOf('\n...') + 1;
  return at > 0 && /^\.\.\.[ \r\n]*$/.test(text.slice(at)) ? text.slice(0, at) : text;
}

/** The first line with content from the start of a line on. */
function lineFrom(text: string, from: number): Line | undefined {
  for (let start = from; start < text.length; ) {
    // What a way through a template leaves out is empty lines, one a character.
    if (text.charCodeAt(start) === lineFeed) {
      start++;
      continue;
    }
    const at = behindSpaces(text, start);
    if (text.charAt(at) !== '#' && !isLineEnd(text, at)) return { at, column: at - start };
    start = behindLineEnd(text, start);
  }
  return undefined;
}

function isDash(text: string, at: number): boolean {
  return text.charAt(at) === '-' && isSpaceOrEnd(text, at + 1);
}

function mapping(source: Source, first: Line, depth: number): Read | undefined {
  const node = mappingNode(false);
  let line = first;
  for (;;) {
    const read = pairReadBefore(source, line) ?? pairAt(source, line, depth);
    if (!read) return undefined;
    node.items.push(read.pair);
    const { next } = read;
    if (!next || next.column < first.column) return ending(node, first, read);
    if (next.column > first.column) return undefined;
    line = next;
  }
}

function pairAt(source: Source, line: Line, depth: number): PairRead | undefined {
  const { text, shared } = source;
  const found = keyAt(text, line.at);
  if (!found || isOddKey(found.key)) return undefined;
  const value = pairValue(source, found.colon + 1, line.column, depth);
  if (!value) return undefined;
  const { node, next, below } = value;
  const pair = pairNode(found.key, node);
  shared?.pairs.set(line.at, { pair, node, below, text, column: line.column, reach: Math.max(below, source.reach) });
  return { pair, node, next, below };
}

/** A pair that another text has at the same offset, unless what follows it here could belong to it. */
function pairReadBefore({ text, shared }: Source, { at, column }: Line): PairRead | undefined {
  const known = shared?.pairs.get(at);
  if (known?.column !== column || known.text.slice(at, known.reach) !== text.slice(at, known.reach)) return undefined;
  const { pair, node, below } = known;
  const next = lineFrom(text, below);
  const mayBelong = next && (next.column > column || (next.column === column && isDash(text, next.at)));
  return mayBelong ? undefined : { pair, node, next, below };
}

function sequence(source: Source, first: Line, depth: number): Read | undefined {
  const node = sequenceNode(false);
  let line = first;
  for (;;) {
    const item = sequenceItem(source, line, depth);
    if (!item) return undefined;
    node.items.push(item.node);
    const { next } = item;
    const goesOn = next !== undefined && next.column === first.column && isDash(source.text, next.at);
    if (!goesOn) return next && next.column > first.column ? undefined : ending(node, first, item);
    line = next;
  }
}

function ending(node: YAMLMap | YAMLSeq, first: Line, last: Read): Read {
  const end = last.node.range?.[1] ?? first.at;
  node.range = [first.at, end, end];
  return { node, next: last.next, below: last.below };
}

/** The value behind a colon; a sequence below may stand at the column of its key. */
function pairValue(source: Source, behindColon: number, column: number, depth: number): Read | undefined {
  const { text } = source;
  const below = nextLineStart(text, behindColon);
  const at = behindSpaces(text, behindColon);
  if (below === undefined) return inlineValue(source, at, column);
  const next = lineFrom(text, below);
  const isBelow = next && (next.column > column || (next.column === column && isDash(text, next.at)));
  return isBelow ? block(source, next, column, depth + 1) : { node: scalarNode('', 'PLAIN', at, at), next, below };
}

function sequenceItem(source: Source, { at: dash, column }: Line, depth: number): Read | undefined {
  const { text } = source;
  const below = nextLineStart(text, dash + 1);
  const at = behindSpaces(text, dash + 1);
  if (below !== undefined) {
    const next = lineFrom(text, below);
    return next && next.column > column
      ? block(source, next, column, depth + 1)
      : { node: scalarNode('', 'PLAIN', at, at), next, below };
  }
  const first = { at, column: column + at - dash };
  if (isDash(text, at) || keyAt(text, at)) return block(source, first, column, depth + 1);
  return inlineValue(source, at, column);
}

/** A collection that begins on a line of its own or behind a dash, where a block collection may stand. */
function block(source: Source, first: Line, parentColumn: number, depth: number): Read | undefined {
  const { text } = source;
  if (depth > deepest) return undefined;
  if (isDash(text, first.at)) return sequence(source, first, depth);
  return isFlow(text, first.at) ? inlineValue(source, first.at, parentColumn) : mapping(source, first, depth);
}

/** A value that is no block collection. */
function inlineValue(source: Source, at: number, parentColumn: number): Read | undefined {
  const { text } = source;
  if (text.charAt(at) === '|') {
    const literal = quickLiteral(text, at, parentColumn);
    if (!literal) return undefined;
    source.reach = behindSpaces(text, literal.end) + 1;
    return followed(text, literal.node, literal.end, parentColumn);
  }
  const scanned = isFlow(text, at) ? quickFlow(text, at) : scalarOfLines(text, at, parentColumn);
  if (!scanned) return undefined;
  const below = nextLineStart(text, scanned.end);
  return below === undefined ? undefined : followed(text, scanned.node, below, parentColumn);
}

function scalarOfLines(text: string, at: number, parentColumn: number): Scanned<Scalar<string>> | undefined {
  const first = scalarAt(text, at, isBlockEnd);
  return first?.node.type === 'PLAIN' ? foldedPlain(text, first, parentColumn) : first;
}

function followed(text: string, node: Node, below: number, parentColumn: number): Read | undefined {
  const next = lineFrom(text, below);
  return next && next.column > parentColumn ? undefined : { node, next, below };
}
