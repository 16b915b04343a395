import { isMap, isScalar, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { colonOf, endOf, startOf } from '../field/extent';
import { columnAt, lineStartAt } from '../parsing/lines';
import { type Change, newValue } from './edits';
import { type DocumentEdit, keyName, leavesNothing, type Rendering, touchesTemplate } from './rendering';
import { flowText, keyText, replacementText } from './writeValue';

interface Entry {
  readonly written: unknown;
  readonly start: number;
  readonly end: number;
  readonly change: Change | undefined;
}

/** The edits of a flow collection, `{a: b}` or `[a, b]`, on one line or on several; JSON is written this way. */
export function flowEdits(
  rendering: Rendering,
  collection: YAMLMap | YAMLSeq,
  children: ReadonlyMap<string | number, Change>,
): DocumentEdit[] | undefined {
  const entries = entriesOf(rendering, collection, children);
  if (!entries || !collection.range) return undefined;
  const edits: DocumentEdit[] = [];
  for (const entry of entries) {
    if (!entry.change || isRemoved(rendering, entry)) continue;
    const changed = entryEdits(rendering, entry, entry.change);
    if (!changed) return undefined;
    edits.push(...changed);
  }
  const kept = entries.filter((entry) => !isRemoved(rendering, entry));
  const added = additions(rendering, collection, children);
  const last = kept.at(-1);
  if (!last && added.length > 0) {
    edits.push(filling(collection.range, added));
  } else {
    edits.push(...removals(rendering, entries, collection.range[0] + 1));
    if (last && added.length > 0) edits.push(insertion(rendering, collection.range[0], last, added));
  }
  const isJson = rendering.style.isJson;
  const isSafe = edits.every(({ start, end }) => {
    const replaced = rendering.source.slice(start, end);
    return !touchesTemplate(rendering, start, end) && (isJson || !/(?:^|\s)#/.test(replaced));
  });
  return isSafe ? edits : undefined;
}

function entriesOf(
  { text }: Rendering,
  collection: YAMLMap | YAMLSeq,
  children: ReadonlyMap<string | number, Change>,
): Entry[] | undefined {
  const entries: Entry[] = [];
  for (const [index, written] of collection.items.entries()) {
    const start = startOf(written);
    const end = endOf(text, written);
    if (start === undefined || end === undefined) return undefined;
    entries.push({ written, start, end, change: children.get(isMap(collection) ? keyOf(written) : index) });
  }
  return entries;
}

function keyOf(written: unknown): string {
  return isPairLike(written) ? keyName(written.key) : '';
}

function isPairLike(written: unknown): written is Pair {
  return typeof written === 'object' && written !== null && 'key' in written && 'value' in written;
}

function isRemoved(rendering: Rendering, { written, change }: Entry): boolean {
  return change !== undefined && leavesNothing(rendering, isPairLike(written) ? written.value : written, change);
}

function entryEdits(rendering: Rendering, { written }: Entry, change: Change): DocumentEdit[] | undefined {
  const value = isPairLike(written) ? written.value : written;
  if (change.kind === 'within') {
    const within = rendering.within(value, change);
    if (within) return within;
  }
  const replacement = newValue(change);
  if (replacement === undefined) return undefined;
  const start = startOf(value);
  const end = endOf(rendering.text, value);
  if (start !== undefined && end !== undefined && end > start) {
    const newText = replacementText(value, replacement, rendering.style);
    return isScalar(value) || change.kind === 'set' ? [{ start, end, newText }] : undefined;
  }
  const colon = isPairLike(written) ? colonOf(rendering.text, written) : undefined;
  if (colon === undefined) return undefined;
  return [{ start: colon + 1, end: colon + 1, newText: ` ${flowText(replacement, rendering.style)}` }];
}

/** Each run of removed entries goes with the comma that parted it from what stays, and with the comment before it. */
function removals(rendering: Rendering, entries: readonly Entry[], inside: number): DocumentEdit[] {
  const edits: DocumentEdit[] = [];
  for (let index = 0; index < entries.length; index++) {
    const first = entries[index];
    if (!first || !isRemoved(rendering, first)) continue;
    let last = first;
    let next = entries[index + 1];
    while (next && isRemoved(rendering, next)) {
      last = next;
      index++;
      next = entries[index + 1];
    }
    const before = entries[entries.indexOf(first) - 1];
    if (before) edits.push({ start: before.end, end: last.end, newText: '' });
    else {
      const isCommented = !rendering.style.isJson && rendering.source.slice(inside, first.start).includes('#');
      edits.push({ start: isCommented ? inside : first.start, end: next ? next.start : last.end, newText: '' });
    }
  }
  return edits;
}

function additions(
  { style }: Rendering,
  collection: YAMLMap | YAMLSeq,
  children: ReadonlyMap<string | number, Change>,
): string[] {
  const inOrder = [...children].sort(([a], [b]) => (typeof a === 'number' && typeof b === 'number' ? a - b : 0));
  const written = new Set<string | number>(isMap(collection) ? collection.items.map(keyOf) : collection.items.keys());
  return inOrder.flatMap(([key, change]) => {
    const value = written.has(key) ? undefined : newValue(change);
    if (value === undefined) return [];
    return typeof key === 'number' ? [flowText(value, style)] : [`${keyText(key, style)}: ${flowText(value, style)}`];
  });
}

function insertion({ source, style }: Rendering, bracket: number, last: Entry, added: readonly string[]): DocumentEdit {
  const isMultiLine = lineStartAt(source, bracket) !== lineStartAt(source, last.start);
  // As it is written: JSON may be indented by tabs.
  const before = source.slice(lineStartAt(source, last.start), last.start);
  const indent = /^[ \t]*$/.test(before) ? before : ' '.repeat(columnAt(source, last.start));
  const separator = isMultiLine ? `,${style.lineEnd}${indent}` : ', ';
  return { start: last.end, end: last.end, newText: added.map((entry) => separator + entry).join('') };
}

function filling(range: readonly [number, number, number], added: readonly string[]): DocumentEdit {
  return { start: range[0] + 1, end: range[1] - 1, newText: added.join(', ') };
}
