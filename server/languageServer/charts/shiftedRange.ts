import type { OffsetRange } from '../../yaml/parsing/lines';

/** Where stretches of a text are after it was edited; undefined for one that the edit has touched. */
export function shiftedBy(before: string, after: string): (range: OffsetRange) => OffsetRange | undefined {
  if (before === after) return (range) => range;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  ) {
    same++;
  }
  const moved = after.length - before.length;
  return (range) => {
    if (range.end <= start) return range;
    return range.start >= before.length - same ? { start: range.start + moved, end: range.end + moved } : undefined;
  };
}
