/** A place in a text as editors count it: line from 0, character in UTF-16 units from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** UTF-16 offsets, end exclusive. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** The offsets at which the lines of a text begin; `\n`, `\r\n` and a lone `\r` end a line, as they do in editors. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (hasLoneReturn(text)) {
    for (const { index, 0: end } of text.matchAll(/\r\n?|\n/g)) starts.push(index + end.length);
    return starts;
  }
  for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1)) starts.push(found + 1);
  return starts;
}

/** How many line ends a text holds. */
export function lineCount(text: string): number {
  if (hasLoneReturn(text)) return lineStarts(text).length - 1;
  let count = 0;
  for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1)) count++;
  return count;
}

function hasLoneReturn(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}

/** The position of an offset, given the text's line starts. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - (starts[low] ?? 0) };
}

/** The column of an offset as YAML counts it: UTF-16 units since its line began, a byte order mark left out. */
export function columnAt(text: string, offset: number): number {
  const start = lineStartAt(text, offset);
  return offset - start - (start === 0 && text.startsWith('\uFEFF') && offset > 0 ? 1 : 0);
}

/** The offset at which the line of `offset` begins. */
export function lineStartAt(text: string, offset: number): number {
  // A search from -1 would still look at the first character.
  return offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** The offset just behind the line of `offset`, its line end included. */
export function nextLineAt(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}
