import type { Finding } from '../../lint/finding';
import type { Field } from '../../yaml/field/field';
import type { OffsetRange } from '../../yaml/parsing/lines';
import type { Place } from '../charts/origins/place';
import type { Action, SourceFile, Spot } from '../charts/origins/source';
import { type Trace, trace } from '../charts/origins/trace';
import type { Text } from '../charts/values/value';
import { keyAt } from './valuesKeys';

/** Where a place stands in the file at its path, whose text may be more than the place's own. */
export function inWholeFile({ file, start, end }: Place): OffsetRange {
  const { placeInFile } = file;
  return placeInFile ? { start: placeInFile(start), end: placeInFile(end) } : { start, end };
}

/** Where something that is rendered comes from. */
export interface Told {
  /** What says it. */
  readonly place: Place;
  /** The actions that lead there, from the template that renders the object on. */
  readonly way: readonly Place[];
  /** The keys of the value that says it; undefined where a template does. */
  readonly value: readonly string[] | undefined;
}

/** So many characters are followed to find who says what they say together. */
const mostFollowed = 300;

/**
 * Where a finding of a rendered text is told: at what says it, or, for what is missing, at the nearest thing that is
 * there. Undefined where it is random or of the day, which nobody can know, and where nobody says it.
 *
 * @param start where the finding's document starts in the text
 */
export function toldAt(rendered: Text, finding: Finding, start: number): Told | undefined {
  const range = { start: start + finding.range.start, end: start + finding.range.end };
  const { at } = finding;
  if (at === undefined || at.node !== undefined) return writtenAt(rendered, range);
  return missingFromValue(rendered, at, start) ?? missingAt(rendered, range);
}

/** For what is missing from a table that a values file holds and a template writes below a key of its own: that table. */
function missingFromValue(rendered: Text, missing: Field, start: number): Told | undefined {
  let owner = missing.parent;
  while (owner && owner.node === undefined) owner = owner.parent;
  const [first, key] = [owner?.node?.range?.[0], owner?.key?.range?.[0]];
  if (first === undefined || key === undefined) return undefined;
  const written = trace(rendered.source, start + first);
  const spot = speaking(written);
  if (!spot?.path || written.isUnknown) return undefined;
  const isEmpty = '{['.includes(rendered.text[start + first] ?? '');
  const path = isEmpty ? spot.path : spot.path.slice(0, -1);
  const named = keyAt(spot.file, path);
  if (named?.path === undefined || path.length === 0) return undefined;
  return { place: placeOfSpot(named), way: places(written.way), value: path };
}

/** Where characters that are rendered are told; of several places the one that says the last of them. */
function writtenAt(rendered: Text, { start, end }: OffsetRange): Told | undefined {
  const last = Math.min(endOfLine(rendered.text, start, end), start + mostFollowed);
  let fallback: Told | undefined;
  for (let at = last - 1; at >= start; at--) {
    if (isBetweenWords(rendered.text, at)) continue;
    const traced = trace(rendered.source, at);
    if (traced.isUnknown) return undefined;
    const spot = speaking(traced);
    if (spot) return told(rendered, { at, start, end: last }, spot, traced);
    fallback ??= byAction(traced);
  }
  if (fallback) return fallback;
  const first = trace(rendered.source, start);
  const spot = speaking(first);
  return spot ? told(rendered, { at: start, start, end: last }, spot, first) : byAction(first);
}

/** Where something is missing: beside a literal of a template, or in a value that holds what it is missing from. */
function missingAt(rendered: Text, range: OffsetRange): Told | undefined {
  const holder = trace(rendered.source, startOfContent(rendered.text, range.start));
  const spot = speaking(holder);
  if (holder.isUnknown || !spot || spot.path !== undefined) return writtenAt(rendered, range);
  const end = endOfLine(rendered.text, range.start, range.end);
  const first = placeBeside(trace(rendered.source, range.start), spot.file, holder.way.length);
  const last = placeBeside(trace(rendered.source, end - 1), spot.file, holder.way.length);
  if (!first) return writtenAt(rendered, range);
  const isInARow = last !== undefined && last.end > first.start;
  const place = { file: spot.file, start: first.start, end: isInARow ? last.end : first.end };
  return { place, way: places(holder.way), value: undefined };
}

/** Where in a template something is written: a character of its own, or the action that writes it there. */
function placeBeside({ spots, way }: Trace, file: SourceFile, depth: number): OffsetRange | undefined {
  const action = way[depth];
  if (action) return action.template.file === file ? action : undefined;
  const own = spots.find(({ spot }) => spot.file === file);
  return own?.offset === undefined ? own?.spot : { start: own.offset, end: own.offset + 1 };
}

function told(
  rendered: Text,
  { at, start, end }: OffsetRange & { readonly at: number },
  spot: Spot,
  traced: Trace,
): Told {
  const way = places(traced.way);
  const offset = traced.spots.find((candidate) => candidate.spot === spot)?.offset;
  if (spot.path !== undefined || offset === undefined) {
    return { place: placeOfSpot(spot), way, value: spot.path };
  }
  // Literal characters are followed to both sides as far as they stand in a row in both texts.
  let [first, last] = [at, at];
  const isSame = (other: number) => {
    const { spots } = trace(rendered.source, other);
    return spots.some((candidate) => candidate.spot.file === spot.file && candidate.offset === offset + other - at);
  };
  while (first > start && isSame(first - 1)) first--;
  while (last + 1 < end && isSame(last + 1)) last++;
  return { place: { file: spot.file, start: offset + first - at, end: offset + last + 1 - at }, way, value: undefined };
}

/** The place that says a character, if a file does that somebody wrote for it: not what a chart says of itself. */
export function speaking({ spots }: Trace): Spot | undefined {
  const said = spots.map(({ spot }) => spot).filter(({ file }) => !/(?:^|[/!])Chart\.yaml$/.test(file.path));
  return said.findLast(({ path }) => path !== undefined) ?? said.at(-1);
}

/** The action of the object's own template that wrote a character which no file says: a release's name, a chart's. */
function byAction({ way, spots }: Trace): Told | undefined {
  const [place] = places(way);
  if (place) return { place, way: [], value: undefined };
  const spot = spots[0]?.spot;
  return spot && { place: placeOfSpot(spot), way: [], value: undefined };
}

function placeOfSpot({ file, start, end }: Spot): Place {
  return { file, start, end };
}

function places(way: readonly Action[]): Place[] {
  return way.flatMap((action) => placeOf(action) ?? []);
}

function placeOf({ template: { file }, start, end }: Action): Place | undefined {
  return file && { file, start, end };
}

function endOfLine(text: string, start: number, end: number): number {
  const line = text.indexOf('\n', start);
  return line < 0 || line >= end ? end : line;
}

/** The first character of an offset's line that is neither a blank nor the mark of an item. */
function startOfContent(text: string, offset: number): number {
  let at = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  while (at < offset && /[\s-]/.test(text[at] ?? '')) at++;
  return at;
}

function isBetweenWords(text: string, at: number): boolean {
  return /[\s"'{}[\],:]/.test(text[at] ?? ' ');
}
