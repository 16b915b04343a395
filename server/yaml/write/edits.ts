import type { Path } from '../field/field';
import type { Blank } from '../parsing/blank';
import type { OffsetRange } from '../parsing/lines';
import { inCustomaryOrder } from './keyOrder';

export { type Blank, blank, blankBehind } from '../parsing/blank';

/** A value to be written: what JSON can say, with blanks for the user to fill in. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | Blank
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** One change in terms of the tree. */
export type Edit =
  | PlaceEdit
  | CommentEdit
  | TextReplacement
  /** Adds a whole document behind the one at hand. */
  | { readonly kind: 'append document'; readonly value: PlainValue };

/** A change of one place of a document. Indexes in paths are those of the tree before any edit. */
export type PlaceEdit =
  /**
   * Writes a value, with the mappings that lead to it where they are missing. An index that a list does not have yet
   * appends to it; several appends to one list, even with the same index, all come to stand there.
   */
  | { readonly kind: 'set'; readonly path: Path; readonly value: PlainValue }
  /** Takes away a key or an item, and the collections that nothing is left in. */
  | { readonly kind: 'remove'; readonly path: Path };

/** A change of comments, which no field can tell: what a document means stays the same. */
export interface CommentEdit extends OffsetRange {
  readonly kind: 'comment';
  /** Takes the place of what stands in the range; it may be lines with line ends. */
  readonly text: string | Blank;
  /** What comes behind it: a line end for a comment on a line of its own. */
  readonly behind: string;
}

/** Other text in place of a range, in a document that is no tree. Offsets from the document's start. */
export interface TextReplacement extends OffsetRange {
  readonly kind: 'text';
  readonly text: string;
}

/** Writes another text in place of a range. */
export function replaceText({ start, end }: OffsetRange, text: string): TextReplacement {
  return { kind: 'text', start, end, text };
}

/** Writes a comment in place of a stretch of the document that holds comments and white space alone. */
export function writeComment({ start, end }: OffsetRange, text: string | Blank, behind = ''): CommentEdit {
  return { kind: 'comment', start, end, text, behind };
}

/** Writes a value at a path. */
export function set(path: Path, value: PlainValue): PlaceEdit {
  return { kind: 'set', path, value };
}

/** Takes away what stands at a path. */
export function remove(path: Path): PlaceEdit {
  return { kind: 'remove', path };
}

/**
 * Adds a whole document behind the one at hand. Refused for JSON, for items of a List, and where a template decides
 * what stands there.
 */
export function appendDocument(value: PlainValue): Edit {
  return { kind: 'append document', value };
}

/** What several edits do to one place and to the places below it. */
export type Change =
  | { readonly kind: 'set'; readonly value: PlainValue }
  | { readonly kind: 'remove' }
  | { readonly kind: 'within'; readonly children: Map<string | number, Change> };

/** What several edits do to a document. */
export interface DocumentChange {
  readonly root: Extract<Change, { kind: 'within' }>;
  /** Whole documents that come behind it. */
  readonly appended: readonly PlainValue[];
  readonly comments: readonly CommentEdit[];
}

/**
 * Several edits as one change of the whole document, so that two that need the same parent write it once.
 * Undefined if two of them want different things of one place.
 *
 * @param lengthAt how many items the list at a path has; undefined if no list stands there
 */
export function mergeEdits(
  edits: readonly Edit[],
  lengthAt: (path: Path) => number | undefined,
): DocumentChange | undefined {
  const children = new Map<string | number, Change>();
  const appended: PlainValue[] = [];
  const comments: CommentEdit[] = [];
  for (const edit of edits) {
    if (edit.kind === 'append document') {
      if (!appended.some((known) => isSame(known, edit.value))) appended.push(edit.value);
      continue;
    }
    // Nobody can say what other text means in a tree.
    if (edit.kind === 'text') return undefined;
    if (edit.kind === 'comment') {
      if (!comments.some((known) => isSame({ ...known }, { ...edit }))) comments.push(edit);
      continue;
    }
    const change: Change = edit.kind === 'set' ? { kind: 'set', value: edit.value } : { kind: 'remove' };
    const length = edit.kind === 'set' ? (lengthAt(edit.path.slice(0, -1)) ?? 0) : Number.POSITIVE_INFINITY;
    if (!place(children, edit.path, change, length)) return undefined;
  }
  return { root: { kind: 'within', children }, appended, comments };
}

/** Puts a change where it belongs; an item that is added to a list of `length` items takes the next free index. */
function place(children: Map<string | number, Change>, path: Path, change: Change, length: number): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return false;
  const existing = children.get(key);
  if (rest.length === 0) {
    if (existing?.kind === 'set' && change.kind === 'set') {
      if (isSame(existing.value, change.value)) return true;
      return typeof key === 'number' && key >= length && place(children, [key + 1], change, length);
    }
    if (existing && change.kind !== 'remove') return false;
    if (existing?.kind === 'set') return false;
    children.set(key, change);
    return true;
  }
  // What is below a place that goes away needs no change of its own.
  if (existing?.kind === 'remove') return true;
  if (existing?.kind === 'set') return false;
  const within = existing ?? { kind: 'within', children: new Map() };
  children.set(key, within);
  return place(within.children, rest, change, length);
}

/** False for a change that only takes away. */
export function writesValue(change: Change): boolean {
  if (change.kind !== 'within') return change.kind === 'set';
  for (const child of change.children.values()) if (writesValue(child)) return true;
  return false;
}

/** The value that a change amounts to where nothing stands yet; undefined if it only takes away. */
export function newValue(change: Change): PlainValue | undefined {
  if (change.kind === 'remove') return undefined;
  if (change.kind === 'set') return change.value;
  const entries = [...change.children].flatMap(([key, child]) => {
    const value = newValue(child);
    return value === undefined ? [] : [{ key, value }];
  });
  if (entries.length === 0) return undefined;
  if (entries.every(({ key }) => typeof key === 'number')) {
    return entries.toSorted((a, b) => Number(a.key) - Number(b.key)).map(({ value }) => value);
  }
  const values = new Map(entries.map(({ key, value }) => [String(key), value]));
  return Object.fromEntries(inCustomaryOrder([...values.keys()]).map((key) => [key, values.get(key) ?? null]));
}

function isSame(a: PlainValue, b: PlainValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
