import { moved } from '../parsing/offsets';
import { byPlace, touch } from '../parsing/ranges';
import type { TextEdit } from './rendering';

/** The texts that edits are made to, one after the other. */
export interface ComposedEdit<Edit extends TextEdit> extends TextEdit<Edit['start']> {
  /** The edits that it does the work of. */
  readonly parts: readonly Edit[];
}

/**
 * Two lists of edits as one: what stands apart stays apart. Both must be sorted and without overlaps.
 *
 * @param between the text that the first edits lead to, and whose offsets the second ones have
 */
export function composeEdits<Edit extends TextEdit>(
  first: readonly ComposedEdit<Edit>[],
  between: string,
  second: readonly Edit[],
): ComposedEdit<Edit>[] {
  const composed: ComposedEdit<Edit>[] = [];
  let shift = 0;
  for (const { start, end, firsts, seconds } of groups(first, second)) {
    const before = shift;
    for (const edit of firsts) shift += edit.newText.length - (edit.end - edit.start);
    let newText = '';
    let offset = start;
    for (const edit of seconds) {
      newText += between.slice(offset, edit.start) + edit.newText;
      offset = edit.end;
    }
    newText += between.slice(offset, end);
    const parts = [...firsts.flatMap((edit) => edit.parts), ...seconds];
    composed.push({ start: moved(start, -before), end: moved(end, -shift), newText, parts });
  }
  return composed;
}

/** Edits that touch each other, with the stretch that they are about in the text between. */
interface Group<Edit extends TextEdit> {
  readonly start: Edit['start'];
  end: Edit['start'];
  readonly firsts: ComposedEdit<Edit>[];
  readonly seconds: Edit[];
}

function groups<Edit extends TextEdit>(first: readonly ComposedEdit<Edit>[], second: readonly Edit[]): Group<Edit>[] {
  let shift = 0;
  const placed = first.map((edit): Group<Edit> => {
    const start = moved(edit.start, shift);
    shift += edit.newText.length - (edit.end - edit.start);
    return { start, end: moved(start, edit.newText.length), firsts: [edit], seconds: [] };
  });
  const others = second.map((edit): Group<Edit> => ({ start: edit.start, end: edit.end, firsts: [], seconds: [edit] }));
  const merged: Group<Edit>[] = [];
  for (const group of [...placed, ...others].toSorted(byPlace)) {
    const last = merged.at(-1);
    if (!last || !touch(group, last)) {
      merged.push(group);
      continue;
    }
    if (group.end > last.end) last.end = group.end;
    last.firsts.push(...group.firsts);
    last.seconds.push(...group.seconds);
  }
  return merged;
}
