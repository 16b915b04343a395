/**
 * A key, a list item, or the root of a document, found by the indentation of its lines. Unlike a tree it can be had of
 * any half-typed text within a millisecond; it knows nothing of flow style, anchors and scalars.
 */
export interface OutlineNode {
  readonly kind: 'root' | 'key' | 'item';
  /** The key as it is meant, without quotes; empty for items and the root. */
  readonly name: string;
  /** What stands behind the colon or the dash on the same line, without its comment. Empty where a block follows. */
  readonly value: string;
  /** Lines from 0. */
  readonly line: number;
  /** UTF-16 units in front of the key or the dash; -1 for the root. */
  readonly column: number;
  readonly parent: OutlineNode | undefined;
  readonly children: readonly OutlineNode[];
  /** The last line that belongs to it; comments and blank lines behind it don't. */
  readonly lastLine: number;
}

interface GrowingNode extends OutlineNode {
  readonly parent: GrowingNode | undefined;
  readonly children: GrowingNode[];
  lastLine: number;
}

/** The outline of one document. */
export function outlineOf(lines: readonly string[]): OutlineNode {
  const root: GrowingNode = {
    kind: 'root',
    name: '',
    value: '',
    line: 0,
    column: -1,
    parent: undefined,
    children: [],
    lastLine: 0,
  };
  let innermost = root;

  const add = (added: Pick<GrowingNode, 'kind' | 'name' | 'value' | 'line' | 'column'>) => {
    const { kind, column, line } = added;
    let parent = innermost;
    // A list may stand right below its key, at the key's own column.
    while (parent.column > column || (parent.column === column && !(kind === 'item' && parent.kind === 'key'))) {
      parent = parent.parent ?? root;
    }
    const node: GrowingNode = { ...added, parent, children: [], lastLine: line };
    parent.children.push(node);
    innermost = node;
  };

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    let column = indentOf(line);
    let content = line.slice(column);
    if (content === '' || content.startsWith('#')) continue;
    if (column === 0 && /^(?:---|\.\.\.)(?:\s|$)|^%/.test(content)) {
      innermost = root;
      continue;
    }
    if (content.startsWith('{{')) {
      index = endOfAction(lines, index);
      continue;
    }
    while (/^-(?:\s|$)/.test(content)) {
      const gap = /^-\s*/.exec(content)?.[0].length ?? 1;
      const rest = content.slice(gap);
      const holdsMore = /^-(?:\s|$)/.test(rest) || keyAndValue(rest) !== undefined;
      add({ kind: 'item', name: '', value: holdsMore ? '' : withoutComment(rest), line: index, column });
      column += gap;
      content = rest;
    }
    const pair = keyAndValue(content);
    if (pair) add({ kind: 'key', name: pair.name, value: pair.value, line: index, column });
    const last = endOfValue(lines, index, innermost);
    for (let node: GrowingNode | undefined = innermost; node; node = node.parent) node.lastLine = last;
    index = last;
  }
  return root;
}

/** The child of a node that has a name. */
export function childNamed(node: OutlineNode | undefined, name: string): OutlineNode | undefined {
  return node?.children.find((child) => child.name === name);
}

/** The node reached by following keys one after the other. */
export function descendantAt(node: OutlineNode | undefined, names: readonly string[]): OutlineNode | undefined {
  return names.reduce(childNamed, node);
}

/** How many spaces a line begins with. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function keyAndValue(content: string): { name: string; value: string } | undefined {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*:(?:\s+(.*))?$/.exec(content);
  if (quoted) return { name: quoted[1] ?? quoted[2] ?? '', value: withoutComment(quoted[3] ?? '') };
  if (/^["'#&*!|>%@`{}[\],]/.test(content)) return undefined;
  const colon = content.search(/:(?:\s|$)/);
  if (colon <= 0) return undefined;
  const name = content.slice(0, colon).trimEnd();
  if (/\s#/.test(name)) return undefined;
  return { name, value: withoutComment(content.slice(colon + 1)) };
}

function withoutComment(value: string): string {
  return value.replace(/(^|\s)#.*$/, '').trim();
}

/** The last line of the template action that begins on a line. */
function endOfAction(lines: readonly string[], start: number): number {
  for (let index = start; index < lines.length; index++) if (lines[index]?.includes('}}')) return index;
  return start;
}

/** The last line of the value that begins on a line: a block scalar, or quotes or brackets that are still open. */
function endOfValue(lines: readonly string[], start: number, { value, column }: OutlineNode): number {
  const isBlock = /^(?:[&!]\S+\s+)*[|>][-+\d]*$/.test(value);
  const quote = /^["']/.exec(value)?.[0];
  let open = /^(?:\[|\{(?!\{))/.test(value) ? openBrackets(value) : 0;
  if (!isBlock && (quote ? endsQuote(value.slice(1), quote) : open <= 0)) return start;
  let last = start;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '') continue;
    if (indentOf(line) <= column) break;
    last = index;
    if (isBlock) continue;
    open += openBrackets(line);
    if (quote ? endsQuote(line, quote) : open <= 0) break;
  }
  return last;
}

/** Whether text that begins within quotes holds their end. */
function endsQuote(text: string, quote: string): boolean {
  return quote === '"' ? /^(?:[^"\\]|\\.)*"/.test(text) : /^(?:[^']|'')*'(?!')/.test(text);
}

/** How many brackets more a text opens than it closes, those in quotes left out. */
function openBrackets(text: string): number {
  const bare = /["']/.test(text) ? text.replace(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/g, '') : text;
  return (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
}
