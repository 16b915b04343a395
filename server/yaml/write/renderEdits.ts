import { isMap, isSeq, type Node } from 'yaml';
import { readOnce } from '../../readOnce';
import { rangeOfNode } from '../field/extent';
import type { Path } from '../field/field';
import { markedText, readBlanks } from '../parsing/blank';
import type { OffsetRange } from '../parsing/lines';
import { overlap } from '../parsing/ranges';
import { parseTree, type Tree } from '../read/tree';
import { maskedAlong, maskedText, readTemplate } from '../templates/templates';
import { appendedDocuments } from './appendDocuments';
import { type DocumentChange, type Edit, mergeEdits } from './edits';
import { withoutEmptyBranches } from './emptyBranches';
import { type EditedText, holdsOnEveryWay } from './everyWay';
import { changedMeaning, meaningOf, meansTheSame } from './meaning';
import { renderChange, withoutOverlaps } from './renderChange';
import { type ChangeWithin, type DocumentEdit, keyName, type TextEdit } from './rendering';

/**
 * Turns edits of a tree, merged, into the smallest edits of its text, sorted and without overlaps; offsets in UTF-16
 * units from the document's start. Undefined where it can't be done without touching more than what is meant: what
 * aliases stand for, templated values, layouts nobody writes. The result is read again before it is given out: it
 * means what the edits say, or there is none.
 */
export function renderEdits(tree: Tree, edits: readonly Edit[]): DocumentEdit[] | undefined {
  const { root } = tree;
  const change = mergeEdits(edits, (path) => lengthAt(root, path));
  if (!change) return undefined;
  const inside = textEditsInside(tree, change);
  const behind = root ? appendedDocuments(tree, root, change.appended) : undefined;
  if (!inside || (change.appended.length > 0 && !behind)) return undefined;
  if (inside.length > 0) {
    const text = applyTextEdits(tree.source, inside);
    const masked = tree.way ? maskedAlong(readTemplate(text), [tree.way]) : maskedText(text);
    const after: EditedText = { text, masked };
    if (!isFaithful(tree, change.root, inside, after) || !holdsOnEveryWay(tree, change.root, inside, after))
      return undefined;
  }
  return [...inside, ...(behind ?? [])];
}

/** The edits of a text without the proof that they mean what was meant: good for telling where they are. */
export function draftedEdits(tree: Tree, edits: readonly Edit[]): DocumentEdit[] | undefined {
  const change = mergeEdits(edits, (path) => lengthAt(tree.root, path));
  return change && textEditsInside(tree, change);
}

function textEditsInside(tree: Tree, { root: change, comments }: DocumentChange): DocumentEdit[] | undefined {
  const ofValues = change.children.size === 0 ? [] : tree.root && renderChange(tree, tree.root, change);
  if (!ofValues || touchesShared(tree, ofValues)) return undefined;
  const ofComments = comments.map(({ start, end, text, behind }) => ({
    start,
    end,
    newText: markedText(text) + behind,
  }));
  const template = tree.template;
  const edits = withoutOverlaps([...ofValues, ...ofComments]);
  return (template && edits ? withoutEmptyBranches(template, edits) : edits)?.map(withBlanks);
}

function lengthAt(root: Node | undefined, path: Path): number | undefined {
  let node: unknown = root;
  for (const key of path) {
    if (isSeq(node)) node = node.items[Number(key)];
    else if (isMap(node)) node = node.items.findLast((pair) => keyName(pair.key) === String(key))?.value;
    else return undefined;
  }
  return isSeq(node) ? node.items.length : undefined;
}

function withBlanks({ start, end, newText }: DocumentEdit): DocumentEdit {
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
function touchesShared(tree: Tree, textEdits: readonly DocumentEdit[]): boolean {
  return [...tree.aliased].some((node) => {
    const range = rangeOfNode(node);
    return range !== undefined && textEdits.some((edit) => overlap(edit, range));
  });
}

/** Where stretches of a text are once it is edited; undefined if an edit changes one of them. Both must be sorted. */
function movedRanges(ranges: readonly OffsetRange[], edits: readonly DocumentEdit[]): OffsetRange[] | undefined {
  const moved: OffsetRange[] = [];
  let shift = 0;
  let next = 0;
  for (const range of ranges) {
    const { start, end } = range;
    for (let edit = edits[next]; edit && edit.end <= start; edit = edits[next]) {
      shift += edit.newText.length - (edit.end - edit.start);
      next++;
    }
    const following = edits[next];
    if (following && overlap(following, range)) return undefined;
    moved.push({ start: start + shift, end: end + shift });
  }
  return moved;
}

const meaningOfTree = readOnce((tree: Tree) => meaningOf(tree.root));

function isFaithful(
  tree: Tree,
  change: ChangeWithin,
  edits: readonly DocumentEdit[],
  { text, masked }: EditedText,
): boolean {
  // What stood between a broken text and its reader still does, wherever it stands now.
  const blank = movedRanges(tree.blanked, edits);
  if (!blank) return false;
  const parsed = parseTree(masked, 0, text, blank);
  if (parsed.outcome === 'refused') return false;
  const before = meaningOfTree(tree);
  const wanted = change.children.size === 0 ? before : changedMeaning(before, change);
  return (
    wanted !== undefined &&
    parsed.tree.faults.length <= tree.faults.length &&
    meansTheSame(wanted, meaningOf(parsed.tree.root))
  );
}
