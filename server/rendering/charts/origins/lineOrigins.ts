import type { Text } from '../values/value';
import type { Spot } from './source';
import { trace } from './trace';

/** A line of a rendered text and the places that say it, in the order of its characters. */
export interface LineOrigin {
  readonly line: string;
  readonly places: readonly string[];
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
    found.push({ line, places: [...places] });
    start += line.length + 1;
  }
  return found;
}

function placeOf({ file }: Spot, offset: number, lines: Map<Spot['file'], number[]>): string {
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
