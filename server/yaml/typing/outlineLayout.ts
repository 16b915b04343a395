import { indentOf, type OutlineNode, outlineOf } from './outline';

/** How blocks are indented. */
export interface BlockLayout {
  /** Columns from a key to the keys below it. */
  readonly indent: number;
  /** Columns from a key to the dashes below it; 0 where lists are not indented. */
  readonly listIndent: number;
}

/** The layout that a document shows, and what is customary for what it doesn't show. */
export function layoutOf(root: OutlineNode, customaryIndent: number): BlockLayout {
  const found: { indent?: number; listIndent?: number } = {};
  const look = (node: OutlineNode): void => {
    const [first] = node.children;
    if (node.kind === 'key' && first?.kind === 'key') found.indent ??= first.column - node.column;
    if (node.kind === 'key' && first?.kind === 'item') found.listIndent ??= first.column - node.column;
    for (const child of node.children) {
      if (found.indent !== undefined && found.listIndent !== undefined) return;
      look(child);
    }
  };
  look(root);
  const indent = found.indent ?? customaryIndent;
  return { indent, listIndent: found.listIndent ?? indent };
}

/** Lays lines of block-style YAML out anew, their first column becoming `column`. */
export function laidOut(lines: readonly string[], layout: BlockLayout, column: number): string[] {
  const columns = new Map<OutlineNode, number>();
  const firstOnLine = new Map<number, OutlineNode>();
  const place = (node: OutlineNode): void => {
    for (const child of node.children) {
      const start = columns.get(node) ?? 0;
      if (node.kind === 'root') columns.set(child, column);
      else if (node.kind === 'item') columns.set(child, start + 2);
      else columns.set(child, start + (child.kind === 'item' ? layout.listIndent : layout.indent));
      if (!firstOnLine.has(child.line)) firstOnLine.set(child.line, child);
      place(child);
    }
  };
  place(outlineOf(lines));

  let above: OutlineNode | undefined;
  return lines.map((line, index) => {
    if (line.trim() === '' || /^---(?:\s|$)/.test(line)) return line.trim();
    const written = indentOf(line);
    const own = firstOnLine.get(index);
    above = own ?? above;
    // A comment stands where the line below it stands; other lines keep their distance from what they continue.
    const next = own ?? (line.trimStart().startsWith('#') ? nodeBelow(lines, index, written, firstOnLine) : undefined);
    const reference = next ?? above;
    const start = reference ? (columns.get(reference) ?? column) + written - reference.column : column + written;
    return ' '.repeat(Math.max(0, start)) + line.trimStart();
  });
}

function nodeBelow(
  lines: readonly string[],
  index: number,
  column: number,
  firstOnLine: ReadonlyMap<number, OutlineNode>,
): OutlineNode | undefined {
  for (let below = index + 1; below < lines.length; below++) {
    const node = firstOnLine.get(below);
    if (node) return node.column === column ? node : undefined;
  }
  return undefined;
}
