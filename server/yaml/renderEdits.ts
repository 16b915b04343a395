import { isMap, isSeq, type Node } from 'yaml';
import { appendedDocuments } from './appendDocuments';
import { readBlanks } from './blank';
import { type Change, type Edit, mergeEdits } from './edits';
import type { Path } from './field';
import { changedMeaning, meaningOf, meansTheSame } from './meaning';
import { renderChange } from './renderChange';
import { keyName, type TextEdit } from './rendering';
import { maskedText } from './templates';
import { parseTree, type Tree } from './tree';

/**
 * Turns edits of a tree, merged, into the smallest edits of its text, sorted and without overlaps; offsets in UTF-16
 * units from the document's start. Undefined where it can't be done without touching more than what is meant: what
 * aliases stand for, templated values, layouts nobody writes. The result is read again before it is given out: it
 * means what the edits say, or there is none.
 */
export function renderEdits(tree: Tree, edits: readonly Edit[]): TextEdit[] | undefined {
  const { root } = tree;
  const change = root && mergeEdits(edits, (path) => lengthAt(root, path));
  if (!change) return undefined;
  const inside = change.root.children.size === 0 ? [] : renderChange(tree, root, change.root);
  const behind = appendedDocuments(tree, root, change.appended);
  if (!inside || !behind || touchesShared(tree, inside)) return undefined;
  const textEdits = inside.map(withBlanks);
  if (textEdits.length > 0 && !isFaithful(tree, change.root, applyTextEdits(tree.source, textEdits))) return undefined;
  return [...textEdits, ...behind];
}

function lengthAt(root: Node, path: Path): number | undefined {
  let node: unknown = root;
  for (const key of path) {
    if (isSeq(node)) node = node.items[Number(key)];
    else if (isMap(node)) node = node.items.findLast((pair) => keyName(pair.key) === String(key))?.value;
    else return undefined;
  }
  return isSeq(node) ? node.items.length : undefined;
}

function withBlanks({ start, end, newText }: TextEdit): TextEdit {
  const { text, blanks } = readBlanks(newText);
  return blanks.length > 0 ? { start, end, newText: text, blanks } : { start, end, newText };
}

/** A text with edits applied. They must be sorted and must not overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let offset = 0;
  for (const edit of edits) {
    result += text.slice(offset, edit.start) + edit.newText;
    offset = edit.end;
  }
  return result + text.slice(offset);
}

/** True if an edit would change or take away what an alias elsewhere stands for. */
function touchesShared(tree: Tree, textEdits: readonly TextEdit[]): boolean {
  return [...tree.aliased].some(({ range }) => {
    const [start, end] = range ?? [0, 0];
    return textEdits.some((edit) => edit.start < end && start < edit.end);
  });
}

function isFaithful(tree: Tree, change: Change, text: string): boolean {
  const parsed = parseTree(maskedText(text), tree.variant, text);
  if (parsed.outcome === 'refused') return false;
  const wanted = changedMeaning(meaningOf(tree.root), change);
  return (
    wanted !== undefined &&
    parsed.tree.faults.length <= tree.faults.length &&
    meansTheSame(wanted, meaningOf(parsed.tree.root))
  );
}
