import type { Text } from '../values/value';
import { gapsIn } from './gaps';
import type { Action, Spot } from './source';
import { trace } from './trace';

/** A line of a rendered text and the places that say it, in the order of its characters. */
export interface LineOrigin {
  readonly line: string;
  readonly places: readonly string[];
  /** The actions that kept something out in the line or behind it, by where they stand. */
  readonly without: readonly string[];
}

/** Tells of each line which places say it: `FILE:LINE:COLUMN`, or what was given by another way. */
export function lineOrigins(rendered: Text): LineOrigin[] {
  const found: LineOrigin[] = [];
  const lines = new Map<Spot['file'], number[]>();
  let start = 0;
  for (const line of rendered.text.split('\n')) {
    const places = new Set<string>();
    const seen = new Set<unknown>();
    for (let place = start; place < start + line.length; place++) {
      if (rendered.text[place] === ' ') continue;
      const { spots, given, isUnknown } = trace(rendered.source, place);
      for (const { spot, offset } of spots) {
        if (seen.has(spot)) continue;
        seen.add(spot);
        places.add(placeOf(spot, offset ?? spot.start, lines));
      }
      for (const { by } of given) places.add(by);
      if (isUnknown) places.add('random or of the day');
    }
    const gaps = gapsIn(rendered.source, start + (start === 0 ? 0 : 1), start + line.length + 1);
    const without = new Set(gaps.flatMap(({ by }) => actionPlace(by, lines)));
    found.push({ line, places: [...places], without: [...without] });
    start += line.length + 1;
  }
  return found;
}

/** Where an action stands; for one in a value that was taken for a template, where that value does. */
function actionPlace({ template, start }: Action, lines: Map<Spot['file'], number[]>): string[] {
  const { file, source } = template;
  if (file) return [placeOf({ file }, start, lines)];
  return trace(source, start).spots.map(({ spot, offset }) => placeOf(spot, offset ?? spot.start, lines));
}

function placeOf({ file }: Pick<Spot, 'file'>, offset: number, lines: Map<Spot['file'], number[]>): string {
  let starts = lines.get(file);
  if (!starts) {
    starts = [0];
    for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
    lines.set(file, starts);
  }
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return `${file.path}:${low + 1}:${offset - (starts[low] ?? 0) + 1}`;
}
