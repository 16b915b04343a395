import { type Change, type Edit, mergeEdits } from './edits';
import { changedMeaning, meaningOf, meansTheSame } from './meaning';
import { renderChange } from './renderChange';
import type { TextEdit } from './rendering';
import { maskedText } from './templates';
import { parseTree, type Tree } from './tree';

/**
 * Turns edits of a tree, merged, into the smallest edits of its text, sorted and without overlaps; offsets in UTF-16
 * units from the document's start. Undefined where it can't be done without touching more than what is meant: what
 * aliases stand for, templated values, layouts nobody writes. The result is read again before it is given out: it
 * means what the edits say, or there is none.
 */
export function renderEdits(tree: Tree, edits: readonly Edit[]): TextEdit[] | undefined {
  const change = mergeEdits(edits);
  if (!change || !tree.root) return undefined;
  const textEdits = renderChange(tree, tree.root, change);
  if (!textEdits || touchesShared(tree, textEdits)) return undefined;
  return isFaithful(tree, change, applyTextEdits(tree.source, textEdits)) ? textEdits : undefined;
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
