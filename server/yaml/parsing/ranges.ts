import type { OffsetRange } from './lines';

/** True if two ranges have a character in common. */
export function overlap(a: OffsetRange, b: OffsetRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if an edit covers what another range is about: they have a character in common, or are one and the same place. */
export function covers(a: OffsetRange, b: OffsetRange): boolean {
  return overlap(a, b) || (a.start === b.start && a.end === b.end);
}

/** True for an offset at which a character of a range stands. */
export function holds({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset < end;
}

/** True for an offset in a range or right behind it, where a cursor still belongs to it. */
export function reaches({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** Sorts ranges as they stand in the text. */
export function byPlace(a: OffsetRange, b: OffsetRange): number {
  return a.start - b.start || a.end - b.end;
}
