import type { OutlineNode } from './outline';

interface FlowNode extends OutlineNode {
  readonly children: FlowNode[];
  value: string;
}

/** Deeper than any manifest; what is nested deeper is passed over. */
const deepest = 60;

/**
 * A copy of a node with the keys and items of its flow collection below it, however broken that is. Brackets, quotes and
 * commas may be missing.
 *
 * @param text from the collection's bracket on; what stands behind its end is left alone
 */
export function withFlow(holder: OutlineNode, text: string): OutlineNode {
  const root: FlowNode = { ...holder, children: [] };
  let at = 0;
  readValue(root, 0);
  return root;

  function readValue(node: FlowNode, depth: number): void {
    skipBlanks();
    const bracket = text.charAt(at);
    if ((bracket === '[' || bracket === '{') && depth < deepest) {
      at++;
      if (bracket === '[') readItems(node, depth);
      else readPairs(node, depth);
      return;
    }
    node.value = readScalar(false);
  }

  function readItems(list: FlowNode, depth: number): void {
    while (opensNext(']')) readValue(childOf(list, 'item', ''), depth + 1);
  }

  function readPairs(mapping: FlowNode, depth: number): void {
    while (opensNext('}')) {
      const before = at;
      const written = readScalar(true);
      skipBlanks();
      const pair = childOf(mapping, 'key', withoutQuotes(written));
      if (text.charAt(at) === ':') {
        at++;
        skipBlanks();
        if (!/[,}\]]/.test(text.charAt(at))) readValue(pair, depth + 1);
      } else if (at === before) {
        at++;
      }
    }
  }

  /** Whether something stands before the end of a collection, whose bracket is passed over. */
  function opensNext(end: string): boolean {
    for (;;) {
      skipBlanks();
      const next = text.charAt(at);
      if (next === '' || next === ']' || next === '}') {
        if (next === end) at++;
        return false;
      }
      if (next !== ',') return true;
      at++;
    }
  }

  function readScalar(isKey: boolean): string {
    return (matchedBy(quotedScalar) || matchedBy(isKey ? plainKey : plainValue)).trimEnd();
  }

  function skipBlanks(): void {
    matchedBy(blanks);
  }

  /** What a pattern matches where the reading is; that is passed over. */
  function matchedBy(pattern: RegExp): string {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? '';
    at += found.length;
    return found;
  }
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
