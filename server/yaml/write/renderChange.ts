import { isCollection, isMap, isSeq, type Node } from 'yaml';
import { byPlace, overlap } from '../parsing/ranges';
import type { Tree } from '../read/tree';
import type { Change } from './edits';
import { blockMappingEdits } from './renderBlockMapping';
import { blockSequenceEdits } from './renderBlockSequence';
import { flowEdits } from './renderFlow';
import type { ChangeWithin, DocumentEdit, Rendering } from './rendering';
import { layoutStyle } from './style';

/** The text edits of a change of a whole document, sorted; undefined where it can't be done safely. */
export function renderChange(tree: Tree, root: Node, change: Change): DocumentEdit[] | undefined {
  const within = (node: unknown, inner: ChangeWithin): DocumentEdit[] | undefined => {
    if (!isCollection(node) || tree.aliased.has(node)) return undefined;
    if (node.flow && (isMap(node) || isSeq(node))) return flowEdits(rendering, node, inner.children);
    if (isMap(node)) return blockMappingEdits(rendering, node, inner.children);
    return isSeq(node) ? blockSequenceEdits(rendering, node, inner.children) : undefined;
  };
  const rendering: Rendering = {
    text: tree.text,
    source: tree.source,
    style: layoutStyle(tree.source, root),
    template: tree.template,
    open: tree.open,
    within,
  };
  const edits = change.kind === 'within' ? within(root, change) : undefined;
  return edits && withoutOverlaps(edits);
}

/** Deletions that meet become one; undefined if anything else overlaps. */
export function withoutOverlaps(edits: readonly DocumentEdit[]): DocumentEdit[] | undefined {
  const result: DocumentEdit[] = [];
  for (const edit of edits.toSorted(byPlace)) {
    const last = result.at(-1);
    if (!last || !overlap(edit, last)) {
      result.push(edit);
    } else if (last.newText === '' && edit.newText === '') {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, edit.end), newText: '' };
    } else {
      return undefined;
    }
  }
  return result;
}
