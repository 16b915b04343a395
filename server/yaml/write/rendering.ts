import { isCollection, isMap, isPair, isScalar } from 'yaml';
import type { WrittenBlank } from '../parsing/blank';
import type { DocumentOffset, FileOffset } from '../parsing/offsets';
import type { Template } from '../templates/templates';
import { type Change, writesValue } from './edits';
import type { LayoutStyle } from './style';

/** A replacement in a text. UTF-16 offsets, end exclusive. */
export interface TextEdit<Offset extends number = number> {
  readonly start: Offset;
  readonly end: Offset;
  readonly newText: string;
  /** The places of `newText` that the user is asked for. */
  readonly blanks?: readonly WrittenBlank[];
}

/** A replacement in offsets from its document's start. */
export type DocumentEdit = TextEdit<DocumentOffset>;

/** A replacement in offsets from the start of the file. */
export type FileEdit = TextEdit<FileOffset>;

/** A change below a place, rather than of the place itself. */
export type ChangeWithin = Extract<Change, { kind: 'within' }>;

/** What the edits of one document are made with. */
export interface Rendering {
  /** Templates masked, so that their braces mean nothing; its lines are not those of the file. */
  readonly text: string;
  readonly source: string;
  readonly style: LayoutStyle;
  /** What decides which lines are written; undefined without actions. */
  readonly template: Template | undefined;
  /** What templates add unknown lines to. */
  readonly open: ReadonlySet<unknown>;
  /** The edits inside of a collection of either style; undefined where there is none, or aliases stand for it. */
  readonly within: (node: unknown, change: ChangeWithin) => DocumentEdit[] | undefined;
}

/** True if a change takes away everything that a value holds, so that its key has to go as well. */
export function leavesNothing(rendering: Pick<Rendering, 'open'>, value: unknown, change: Change): boolean {
  if (change.kind !== 'within') return change.kind === 'remove';
  if (!isCollection(value) || rendering.open.has(value) || value.items.length === 0) return false;
  if (writesValue(change)) return false;
  return value.items.every((item, index) => {
    const key = isMap(value) ? keyName(value.items[index]?.key) : index;
    const child = change.children.get(key);
    return child !== undefined && leavesNothing(rendering, isMap(value) ? value.items[index]?.value : item, child);
  });
}

/** True if a template adds unknown lines to a pair, an item or anything below it: they would stay behind without it. */
export function holdsGap(open: ReadonlySet<unknown>, written: unknown): boolean {
  if (open.size === 0) return false;
  if (open.has(written)) return true;
  if (isPair(written)) return holdsGap(open, written.value);
  return isCollection(written) && written.items.some((item) => holdsGap(open, item));
}

/** True if a template writes any of a stretch of the text. */
export function touchesTemplate({ source }: Rendering, start: number, end: number): boolean {
  const stretch = source.slice(start, end);
  return stretch.includes('{{') || stretch.includes('}}');
}

/** The text of a mapping's key; empty for keys that are no scalars. */
export function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}
