import type { OutlineNode } from './outline';

interface FlowNode extends OutlineNode {
  readonly children: FlowNode[];
  value: string;
}

/** Deeper than any manifest; what is nested deeper is passed over. */
const deepest = 60;

/** A text that is read from its start to its end. */
interface Reader {
  readonly text: string;
  /** How far it is read: a UTF-16 offset. */
  at: number;
}

/**
 * A copy of a node with the keys and items of its flow collection below it, however broken that is. Brackets, quotes and
 * commas may be missing.
 *
 * @param text from the collection's bracket on; what stands behind its end is left alone
 */
export function withFlow(holder: OutlineNode, text: string): OutlineNode {
  const root: FlowNode = { ...holder, children: [] };
  readValue({ text, at: 0 }, root, 0);
  return root;
}

function readValue(reader: Reader, node: FlowNode, depth: number): void {
  skipBlanks(reader);
  const bracket = reader.text.charAt(reader.at);
  if ((bracket === '[' || bracket === '{') && depth < deepest) {
    reader.at++;
    if (bracket === '[') readItems(reader, node, depth);
    else readPairs(reader, node, depth);
    return;
  }
  node.value = readScalar(reader, plainValue);
}

function readItems(reader: Reader, list: FlowNode, depth: number): void {
  while (opensNext(reader, ']')) readValue(reader, childOf(list, 'item', ''), depth + 1);
}

function readPairs(reader: Reader, mapping: FlowNode, depth: number): void {
  const { text } = reader;
  while (opensNext(reader, '}')) {
    const before = reader.at;
    const written = readScalar(reader, plainKey);
    skipBlanks(reader);
    const pair = childOf(mapping, 'key', withoutQuotes(written));
    if (text.charAt(reader.at) === ':') {
      reader.at++;
      skipBlanks(reader);
      if (!/[,}\]]/.test(text.charAt(reader.at))) readValue(reader, pair, depth + 1);
    } else if (reader.at === before) {
      reader.at++;
    }
  }
}

/** Whether something stands before the end of a collection, whose bracket is passed over. */
function opensNext(reader: Reader, end: string): boolean {
  for (;;) {
    skipBlanks(reader);
    const next = reader.text.charAt(reader.at);
    if (next === '' || next === ']' || next === '}') {
      if (next === end) reader.at++;
      return false;
    }
    if (next !== ',') return true;
    reader.at++;
  }
}

function readScalar(reader: Reader, plain: RegExp): string {
  return (matchedBy(reader, quotedScalar) || matchedBy(reader, plain)).trimEnd();
}

function skipBlanks(reader: Reader): void {
  matchedBy(reader, blanks);
}

/** What a pattern matches where the reading is; that is passed over. */
function matchedBy(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0] ?? '';
  reader.at += found.length;
  return found;
}

// Sticky, so that a long line is not looked through again for every word of it.
const blanks = /(?:\s|(?<=\s)#[^\n]*)*/y;
const quotedScalar = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*'/y;
const plainValue = /(?:[^,[\]{}\n#]|(?<!\s)#)*/y;
const plainKey = /(?:[^,[\]{}\n#:]|(?<!\s)#|:(?![\s,[\]{}]|$))*/y;

function childOf(parent: FlowNode, kind: 'key' | 'item', name: string): FlowNode {
  const { line, column, lastLine } = parent;
  const child: FlowNode = { kind, name, value: '', line, column, lastLine, parent, children: [] };
  parent.children.push(child);
  return child;
}

/** What a scalar stands for that is written in quotes or without; escapes stay. */
export function withoutQuotes(written: string): string {
  return /^(["'])(.*)\1$/s.exec(written)?.[2] ?? written.replace(/^["']/, '');
}

/** The scalars of a list, in block or in flow style, without their quotes. */
export function listedValues(list: OutlineNode | undefined): string[] {
  if (!list) return [];
  const { children } = list.children.length === 0 && list.value.startsWith('[') ? withFlow(list, list.value) : list;
  return children.flatMap(({ kind, value }) => (kind === 'item' && value !== '' ? [withoutQuotes(value)] : []));
}
