import { isScalar, type YAMLSeq } from 'yaml';
import { endOf, startOf } from '../field/extent';
import { columnAt, lineStartAt, nextLineAt } from '../parsing/lines';
import { insertionBehind, linesAt, wholeLines } from './editLines';
import { type Change, newValue } from './edits';
import { type DocumentEdit, holdsGap, leavesNothing, type Rendering, touchesTemplate } from './rendering';
import { isBlock, itemLines, replacementText } from './writeValue';

/** The edits of a block sequence. */
export function blockSequenceEdits(
  rendering: Rendering,
  sequence: YAMLSeq,
  children: ReadonlyMap<string | number, Change>,
): DocumentEdit[] | undefined {
  const { source, style } = rendering;
  const column = columnAt(source, startOf(sequence) ?? 0);
  const edits: DocumentEdit[] = [];
  const lines: string[] = [];
  for (const [key, change] of [...children].sort(([a], [b]) => Number(a) - Number(b))) {
    const index = Number(key);
    const item = sequence.items[index];
    const changed =
      index < sequence.items.length
        ? leavesNothing(rendering, item, change)
          ? removedItem(rendering, item, {
              column,
              leadsOthers: () => leadsOthers(rendering, sequence, index, children),
            })
          : itemEdits(rendering, item, change)
        : [];
    if (!changed) return undefined;
    edits.push(...changed);
    const value = index < sequence.items.length ? undefined : newValue(change);
    if (value !== undefined) lines.push(...itemLines(value, column, style));
  }
  if (lines.length === 0) return edits;
  const insertion = insertionBehind(rendering, sequence.items.at(-1), { start: startOf(sequence) ?? 0, column });
  return insertion === undefined ? undefined : [...edits, linesAt(rendering, insertion, lines)];
}

function itemEdits(rendering: Rendering, item: unknown, change: Change): DocumentEdit[] | undefined {
  if (change.kind === 'within') return rendering.within(item, change);
  const start = startOf(item);
  const end = endOf(rendering.text, item);
  if (change.kind !== 'set' || !isScalar(item) || start === undefined || end === undefined || end <= start)
    return undefined;
  if (isBlock(change.value) || touchesTemplate(rendering, start, end)) return undefined;
  return [{ start, end, newText: replacementText(item, change.value, rendering.style) }];
}

/** Whether an item that stays stands right below an item, or below those after it that go. */
function leadsOthers(
  { text, source }: Rendering,
  sequence: YAMLSeq,
  index: number,
  changes: ReadonlyMap<string | number, Change>,
): boolean {
  let end = endOf(text, sequence.items[index]);
  for (let next = index + 1; end !== undefined && next < sequence.items.length; next++) {
    const item = sequence.items[next];
    const start = startOf(item);
    if (start === undefined || lineStartAt(source, start) !== nextLineAt(source, end)) return false;
    if (changes.get(next)?.kind !== 'remove') return true;
    end = endOf(text, item);
  }
  return false;
}

function removedItem(
  rendering: Rendering,
  item: unknown,
  { column, leadsOthers }: { readonly column: number; readonly leadsOthers: () => boolean },
): DocumentEdit[] | undefined {
  const { text, source } = rendering;
  const start = startOf(item);
  const end = endOf(text, item);
  if (start === undefined || end === undefined || holdsGap(rendering.open, item)) return undefined;
  const dash = text.lastIndexOf('-', start - 1);
  if (dash < 0 || columnAt(source, dash) !== column) return undefined;
  return wholeLines(rendering, { start: dash, end }, leadsOthers);
}
