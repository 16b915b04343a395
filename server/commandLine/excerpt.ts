import { lineStartAt } from '../yaml/parsing/lines';
import type { Excerpt } from './report';

/** In UTF-16 units: what a wide screen shows of one line. */
const longest = 160;
const longestBefore = 60;

/** The line in which a range of a text begins, cut around the range if it is long. Offsets in UTF-16 units. */
export function excerptOf(text: string, start: number, end: number): Excerpt {
  // Beyond this nothing of the line is shown, and a line can be as long as its file. Its end may be a character before.
  const before = Math.max(0, start - longest - 2);
  const around = text.slice(before, start + 2 * longest);
  const lineStart = before + lineStartAt(around, start - before);
  const found = around.indexOf('\n', start - before);
  const lineFeed = before + (found < 0 ? around.length : found);
  const lineEnd = text.charAt(lineFeed - 1) === '\r' && lineFeed > lineStart ? lineFeed - 1 : lineFeed;
  const isLong = lineEnd - lineStart > longest;
  const from = isLong ? wholeCharacter(text, Math.max(lineStart, start - longestBefore)) : lineStart;
  const to = isLong ? wholeCharacter(text, Math.min(lineEnd, from + longest)) : lineEnd;
  return {
    text: text.slice(from, to),
    start: Math.min(start, to) - from,
    end: Math.max(Math.min(end, to), Math.min(start, to)) - from,
    isCutBefore: from > lineStart,
    isCutAfter: to < lineEnd,
  };
}

/** The offset, or the one before it if it would cut a character in two. */
function wholeCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset - 1 : offset;
}
