import { type Node, Pair, type Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isFlow, quickFlow } from './quickFlow';
import { quickLiteral } from './quickLiteral';
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
  scalarNode,
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
}

/** The root of a document in plain YAML without faults, with offsets as `yaml` gives them; undefined for any other. */
export function quickParse(document: string): Node | undefined {
  const text = withoutEndMarker(document);
  const start = contentStart(text);
  if (start === undefined) return undefined;
  const first = lineFrom(text, start);
  if (!first || first.column > 0) return undefined;
  const read = isDash(text, first.at) ? sequence(text, first, 0) : mapping(text, first, 0);
  return read && !read.next ? read.node : undefined;
}

/** Where the content begins, behind a byte order mark, comments and the `---` line; undefined if there are other markers. */
function contentStart(text: string): number | undefined {
  if (holdsMarkers(text) || controlCharacters.test(text)) return undefined;
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

function mapping(text: string, first: Line, depth: number): Read | undefined {
  const node = new YAMLMap();
  let line = first;
  for (;;) {
    const found = keyAt(text, line.at);
    if (!found || isOddKey(found.key)) return undefined;
    const value = pairValue(text, found.colon + 1, first.column, depth);
    if (!value) return undefined;
    node.items.push(new Pair(found.key, value.node));
    const { next } = value;
    if (!next || next.column < first.column) return ending(node, first, value);
    if (next.column > first.column) return undefined;
    line = next;
  }
}

function sequence(text: string, first: Line, depth: number): Read | undefined {
  const node = new YAMLSeq();
  let line = first;
  for (;;) {
    const item = sequenceItem(text, line, depth);
    if (!item) return undefined;
    node.items.push(item.node);
    const { next } = item;
    const goesOn = next !== undefined && next.column === first.column && isDash(text, next.at);
    if (!goesOn) return next && next.column > first.column ? undefined : ending(node, first, item);
    line = next;
  }
}

function ending(node: YAMLMap | YAMLSeq, first: Line, last: Read): Read {
  const end = last.node.range?.[1] ?? first.at;
  node.range = [first.at, end, end];
  return { node, next: last.next };
}

/** The value behind a colon; a sequence below may stand at the column of its key. */
function pairValue(text: string, behindColon: number, column: number, depth: number): Read | undefined {
  const below = nextLineStart(text, behindColon);
  const at = behindSpaces(text, behindColon);
  if (below === undefined) return inlineValue(text, at, column);
  const next = lineFrom(text, below);
  const isBelow = next && (next.column > column || (next.column === column && isDash(text, next.at)));
  return isBelow ? block(text, next, column, depth + 1) : { node: scalarNode('', 'PLAIN', at, at), next };
}

function sequenceItem(text: string, { at: dash, column }: Line, depth: number): Read | undefined {
  const below = nextLineStart(text, dash + 1);
  const at = behindSpaces(text, dash + 1);
  if (below !== undefined) {
    const next = lineFrom(text, below);
    return next && next.column > column
      ? block(text, next, column, depth + 1)
      : { node: scalarNode('', 'PLAIN', at, at), next };
  }
  const first = { at, column: column + at - dash };
  if (isDash(text, at) || keyAt(text, at)) return block(text, first, column, depth + 1);
  return inlineValue(text, at, column);
}

/** A collection that begins on a line of its own or behind a dash, where a block collection may stand. */
function block(text: string, first: Line, parentColumn: number, depth: number): Read | undefined {
  if (depth > deepest) return undefined;
  if (isDash(text, first.at)) return sequence(text, first, depth);
  return isFlow(text, first.at) ? inlineValue(text, first.at, parentColumn) : mapping(text, first, depth);
}

/** A value that is no block collection. */
function inlineValue(text: string, at: number, parentColumn: number): Read | undefined {
  if (text.charAt(at) === '|') {
    const literal = quickLiteral(text, at, parentColumn);
    return literal && followed(literal.node, lineFrom(text, literal.end), parentColumn);
  }
  const scanned = isFlow(text, at) ? quickFlow(text, at) : scalarOfLines(text, at, parentColumn);
  if (!scanned) return undefined;
  const below = nextLineStart(text, scanned.end);
  return below === undefined ? undefined : followed(scanned.node, lineFrom(text, below), parentColumn);
}

function scalarOfLines(text: string, at: number, parentColumn: number): Scanned<Scalar<string>> | undefined {
  const first = scalarAt(text, at, isBlockEnd);
  return first?.node.type === 'PLAIN' ? foldedPlain(text, first, parentColumn) : first;
}

function followed(node: Node, next: Line | undefined, parentColumn: number): Read | undefined {
  return next && next.column > parentColumn ? undefined : { node, next };
}
