import { provenEdits } from '../../../fixes/documentEdits';
import { fileOffset, inFile } from '../../../yaml/parsing/offsets';
import { byPlace } from '../../../yaml/parsing/ranges';
import type { Tree } from '../../../yaml/read/tree';
import type { PlaceEdit } from '../../../yaml/write/edits';
import { applyTextEdits } from '../../../yaml/write/renderEdits';
import type { FileEdit } from '../../../yaml/write/rendering';
import type { SourceFile } from '../../charts/origins/source';

/** A change of a chart's file that may do what a fix wants of an object that is rendered. */
export type PlannedChange =
  /** A change of what a tree says that was read of the file, or of a part of it. */
  | {
      readonly kind: 'tree';
      readonly file: SourceFile;
      readonly start: number;
      readonly tree: Tree;
      readonly edit: PlaceEdit;
    }
  /** Other characters in the place of some. */
  | {
      readonly kind: 'text';
      readonly file: SourceFile;
      readonly start: number;
      readonly end: number;
      readonly newText: string;
    };

/** What becomes of a file. */
export interface FileChange {
  readonly file: SourceFile;
  /** Sorted and without overlaps; offsets from the start of its text. */
  readonly edits: readonly FileEdit[];
  /** Its text afterwards. */
  readonly text: string;
}

/** Changes put together as edits of files; undefined where they can't be had together. */
export function fileChanges(planned: readonly PlannedChange[]): FileChange[] | undefined {
  const byFile = new Map<SourceFile, PlannedChange[]>();
  for (const change of planned) byFile.set(change.file, [...(byFile.get(change.file) ?? []), change]);
  const changes: FileChange[] = [];
  for (const [file, own] of byFile) {
    const edits = editsOfFile(own);
    if (!edits) return undefined;
    changes.push({ file, edits, text: applyTextEdits(file.text, edits) });
  }
  return changes.some(({ file, text }) => file.text !== text) ? changes : undefined;
}

function editsOfFile(planned: readonly PlannedChange[]): FileEdit[] | undefined {
  const trees = new Map<Tree, { readonly start: number; readonly edits: PlaceEdit[] }>();
  const edits = new Map<string, FileEdit>();
  const add = (edit: FileEdit) => edits.set(`${edit.start} ${edit.end} ${edit.newText}`, edit);
  for (const change of planned) {
    if (change.kind === 'text') {
      add({ start: fileOffset(change.start), end: fileOffset(change.end), newText: change.newText });
      continue;
    }
    const known = trees.get(change.tree);
    if (known) known.edits.push(change.edit);
    else trees.set(change.tree, { start: change.start, edits: [change.edit] });
  }
  for (const [tree, { start, edits: wanted }] of trees) {
    const proven = provenEdits(tree, wanted);
    if (!proven) return undefined;
    for (const edit of proven) add(inFile(edit, fileOffset(start)));
  }
  const sorted = [...edits.values()].sort(byPlace);
  const isApart = ({ start }: FileEdit, index: number) => {
    const before = sorted[index - 1];
    return !before || (start >= before.end && start > before.start);
  };
  return sorted.every(isApart) ? sorted : undefined;
}
