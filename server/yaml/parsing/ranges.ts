import type { Position } from './lines';

/*
 * What ranges have to do with each other. An empty range is a place between two characters: it has one in common with a range that
 * it stands inside of, and touches one that it stands at an end of.
 */

/** Offsets of one kind, end exclusive. */
interface Stretch<Offset extends number> {
  readonly start: Offset;
  readonly end: Offset;
}

/** True if two ranges have a character in common. */
export function overlap<Offset extends number>(a: Stretch<Offset>, b: Stretch<Offset>): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if two ranges have a character in common, or one begins where the other ends. */
export function touch<Offset extends number>(a: Stretch<Offset>, b: Stretch<Offset>): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** True if an edit covers what another range is about: they have a character in common, or are one and the same place. */
export function covers<Offset extends number>(a: Stretch<Offset>, b: Stretch<Offset>): boolean {
  return overlap(a, b) || (a.start === b.start && a.end === b.end);
}

/** True if nothing of a range is outside of another. */
export function encloses<Offset extends number>(outer: Stretch<Offset>, inner: Stretch<Offset>): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True for an offset at which a character of a range stands. */
export function holds<Offset extends number>({ start, end }: Stretch<Offset>, offset: Offset): boolean {
  return start <= offset && offset < end;
}

/** True for an offset in a range or right behind it, where a cursor still belongs to it. */
export function reaches<Offset extends number>({ start, end }: Stretch<Offset>, offset: Offset): boolean {
  return start <= offset && offset <= end;
}

/** True for an offset between two characters of a range. */
export function isInside<Offset extends number>({ start, end }: Stretch<Offset>, offset: Offset): boolean {
  return start < offset && offset < end;
}

/** Sorts ranges as they stand in the text. */
export function byPlace<Offset extends number>(a: Stretch<Offset>, b: Stretch<Offset>): number {
  return a.start - b.start || a.end - b.end;
}

/** Sorts ranges as they stand in the text, one that holds another in front of it. */
export function outermostFirst<Offset extends number>(a: Stretch<Offset>, b: Stretch<Offset>): number {
  return a.start - b.start || b.end - a.end;
}

/**
 * The index of the first range that reaches an offset or stands behind it.
 *
 * @param sorted ranges of which none is in another
 */
export function indexFrom<Offset extends number>(sorted: readonly Stretch<Offset>[], offset: Offset): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? offset) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Positions, end exclusive. */
interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** The same as `touch`, in positions. */
export function positionsTouch(a: PositionRange, b: PositionRange): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start);
}

/** True for ranges of positions that begin and end together. */
export function areSamePositions(a: PositionRange, b: PositionRange): boolean {
  return isSame(a.start, b.start) && isSame(a.end, b.end);
}

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}

function isSame(a: Position, b: Position): boolean {
  return a.line === b.line && a.character === b.character;
}
