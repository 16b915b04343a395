import { byPlace } from '../yaml/parsing/ranges';
import type { Tree } from '../yaml/read/tree';
import type { Edit } from '../yaml/write/edits';
import { draftedEdits, renderEdits } from '../yaml/write/renderEdits';
import type { DocumentEdit } from '../yaml/write/rendering';

/** Edits of a document as text: read again where it is a tree, put side by side where it is plain text; undefined where they can't be had. */
export function provenEdits(tree: Tree | undefined, edits: readonly Edit[]): DocumentEdit[] | undefined {
  return tree ? renderEdits(tree, edits) : plainEdits(edits);
}

/** The same without reading the result again. */
export function unprovenEdits(tree: Tree | undefined, edits: readonly Edit[]): DocumentEdit[] | undefined {
  return tree ? draftedEdits(tree, edits) : plainEdits(edits);
}

/** Replacements of plain text, each once, if no two of them are about the same characters. */
function plainEdits(edits: readonly Edit[]): DocumentEdit[] | undefined {
  const replaced = new Map<string, DocumentEdit>();
  for (const edit of edits) {
    if (edit.kind !== 'text') return undefined;
    const { start, end, text } = edit;
    replaced.set(`${start} ${end} ${text}`, { start, end, newText: text });
  }
  const sorted = [...replaced.values()].sort(byPlace);
  const isApart = ({ start }: DocumentEdit, index: number) => start >= (sorted[index - 1]?.end ?? 0);
  return sorted.every(isApart) ? sorted : undefined;
}
