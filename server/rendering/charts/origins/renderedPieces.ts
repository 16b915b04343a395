import { lineStarts } from '../../../yaml/parsing/lines';
import type { Text } from '../values/value';
import type { Place } from './place';
import { type Trace, trace } from './trace';

/** Characters of a rendered line that the same places say: from `character` to the next piece of the line. */
export interface RenderedPiece {
  /** Counted from 0. */
  readonly line: number;
  readonly character: number;
  /** What says it comes first, then the actions that wrote it, the innermost first. */
  readonly places: readonly Place[];
  /** True for what is random or of the day. */
  readonly isUnknown: boolean;
}

/** So many places are told of one piece. */
const mostPlaces = 10;

/** Texts with more lines are told of line by line, so that nobody waits for them. */
const mostLines = 20_000;

/** Divides a rendered text into pieces by what says them. Pieces that helm itself made have no places. */
export function renderedPieces(rendered: Text): RenderedPiece[] {
  const { text, source } = rendered;
  const starts = lineStarts(text);
  const pieces: RenderedPiece[] = [];
  for (const [line, start] of starts.entries()) {
    const end = lineEnd(text, starts, line);
    const first = start + text.slice(start, end).search(/\S/);
    if (first < start) continue;
    const at = (offset: number) => ({ offset, found: trace(source, offset) });
    const add = ({ offset, found }: Traced) => {
      pieces.push({ line, character: offset - start, places: placesIn(found), isUnknown: found.isUnknown });
    };
    const begin = at(first);
    add(begin);
    if (starts.length > mostLines) continue;
    const value = first + text.slice(first, end).search(/(?<=: |- )\S/);
    const stops = [begin, ...(value > first ? [at(value)] : []), at(end - 1)];
    for (const [index, stop] of stops.slice(1).entries()) {
      const before = stops[index];
      if (before) for (const border of borders(before, stop, at)) add(border);
    }
  }
  return pieces;
}

/** A character and where it comes from. */
interface Traced {
  readonly offset: number;
  readonly found: Trace;
}

/** The characters between two others with which something else begins, found by halves. */
function borders(from: Traced, to: Traced, at: (offset: number) => Traced): Traced[] {
  if (isSame(from.found, to.found)) return [];
  if (to.offset - from.offset <= 1) return [to];
  const middle = at((from.offset + to.offset) >> 1);
  return [...borders(from, middle, at), ...borders(middle, to, at)];
}

function isSame(one: Trace, other: Trace): boolean {
  return (
    one.spots.length === other.spots.length &&
    one.way.length === other.way.length &&
    one.spots.every(({ spot }, index) => spot === other.spots[index]?.spot) &&
    one.way.every((action, index) => action === other.way[index])
  );
}

function placesIn({ spots, way }: Trace): Place[] {
  const said = spots.map(({ spot: { file, start, end }, offset }) => {
    const lineBreak = offset === undefined ? -1 : file.text.indexOf('\n', offset);
    return { file, start: offset ?? start, end: lineBreak < 0 ? end : Math.min(lineBreak, end) };
  });
  const written = way.flatMap(({ template: { file }, start, end }) => (file ? [{ file, start, end }] : []));
  return [...said, ...written.reverse()].slice(0, mostPlaces);
}

/** Where a line's last character that is no blank ends. */
function lineEnd(text: string, starts: readonly number[], line: number): number {
  let end = starts[line + 1] ?? text.length;
  while (end > (starts[line] ?? 0) && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}
