import { type OutlineNode, outlineOf } from './outline';

/** Where a key or a list item may be written: at the cursor of somebody who types. */
export interface CursorPlace {
  /** What will hold what is written. */
  readonly parent: OutlineNode;
  /** What it holds already. */
  readonly siblings: readonly OutlineNode[];
  /** The column at which the word at the cursor begins. */
  readonly column: number;
  /** True right behind a dash: what is written becomes part of that list item. */
  readonly followsDash: boolean;
}

/** Stands for what is being typed. A private-use character, so that no manifest means it. */
const typed = '\uE001';

/**
 * The place at a cursor that stands behind nothing but indentation, dashes and the beginning of a word; undefined
 * where neither a key nor an item can be written: in scalars, comments and flow style, behind a colon, or at a column
 * that fits nothing around it.
 *
 * @param lines of one document
 * @param line from 0
 * @param character in UTF-16 units from 0
 */
export function cursorPlace(lines: readonly string[], line: number, character: number): CursorPlace | undefined {
  const written = lines[line] ?? '';
  const before = /^( *(?:- +)*)[\w./-]*$/.exec(written.slice(0, character));
  if (before?.[1] === undefined || written.slice(character).trim() !== '') return undefined;
  const lead = before[1];
  const outline = outlineOf([...lines.slice(0, line), `${lead}${typed}:`, ...lines.slice(line + 1)]);
  const node = nodeOnLine(outline, line);
  if (!node?.parent) return undefined;
  const { parent, column } = node;
  if (parent.kind !== 'root' && !/^(?:[&!]\S+)?$/.test(parent.value)) return undefined;
  const siblings = parent.children.filter((child) => child !== node);
  if (siblings.some((sibling) => sibling.column !== column)) return undefined;
  return { parent, siblings, column, followsDash: lead.includes('-') };
}

function nodeOnLine(node: OutlineNode, line: number): OutlineNode | undefined {
  if (node.name === typed) return node;
  for (const child of node.children) {
    if (child.line > line || child.lastLine < line) continue;
    const found = nodeOnLine(child, line);
    if (found) return found;
  }
  return undefined;
}
