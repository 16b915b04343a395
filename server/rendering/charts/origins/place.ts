import { isTemplatePath } from '../chart/chartPaths';
import type { Text } from '../values/value';
import type { Action, Source, SourceFile } from './source';
import { type TracedSpot, trace } from './trace';

/** A part of a file. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** Where an action stands; for one in a value that was taken for a template, where that value does. */
export function placeOfAction({ template, start, end }: Action): Place | undefined {
  const { file, source } = template;
  if (file) return { file, start, end };
  const [first] = trace(source, start).spots;
  if (first?.offset === undefined) return placeOfSource(source);
  const last = trace(source, end - 1).spots.find(({ spot }) => spot.file === first.spot.file)?.offset;
  return { file: first.spot.file, start: first.offset, end: (last ?? first.offset) + 1 };
}

/** The line of a template that wrote a character of a rendered text: its own text, or the action that filled it in. */
export function placeOfWritten({ text, source }: Text, at: number): Place | undefined {
  // A fault at the end of something is noticed behind it.
  let place = Math.min(at, text.length - 1);
  while (place > 0 && /\s/.test(text[place] ?? ' ')) place--;
  const { spots, way } = trace(source, place);
  const own = spots.find(({ spot }) => isTemplatePath(spot.file.path));
  if (own) return lineOf(own);
  const [by] = way.flatMap((action) => placeOfAction(action) ?? []).reverse();
  return by ?? (spots[0] && lineOf(spots[0]));
}

function lineOf({ spot, offset }: TracedSpot): Place {
  return lineIn(spot.file, offset ?? spot.start);
}

/** The line of a file that a character stands in; its last one for what stands behind its end. */
export function lineIn(file: SourceFile, place: number): Place {
  const at = Math.min(place, Math.max(0, file.text.length - 1));
  const before = file.text.lastIndexOf('\n', at - 1) + 1;
  const behind = file.text.indexOf('\n', at);
  const end = behind < 0 ? file.text.length : behind;
  const indent = /^[ \t]*/.exec(file.text.slice(before, end))?.[0].length ?? 0;
  return { file, start: before + indent, end: file.text.slice(before, end).trimEnd().length + before };
}

/** Where a value is written. */
export function placeOfSource(source: Source | undefined): Place | undefined {
  const spot = trace(source, 0).spots[0]?.spot;
  return spot && { file: spot.file, start: spot.start, end: spot.end };
}
