import { lineStartAt, nextLineAt } from '../parsing/lines';

/** Rulers, licences, and what is for tools that read the whole file. */
const isOfMore = /[-=#*~_+]{3}|copyright|\blicen[cs]e\b|SPDX-|yaml-language-server|seaworthy-ignore-file|vim:|\{\{/i;
/** A key or an item that somebody switched off. */
const isSwitchedOff =
  /^#\s*(?:-\s+)?(?!(?:note|nb|todo|fixme|hint|caution|warning|why|reason|see|because)\b)[a-z][\w./-]*:(?:\s|$)/i;
/** What says itself that it is about more than the next line. */
const namesMore = /\b(?:below|following|these|those|everything|section|both|group)\b/i;
const fewWords = 2;

/**
 * Where the comments begin that are about the line of an offset alone: those right above it. It is the line's own start where
 * there are none.
 *
 * @param leadsOthers whether lines that stay follow it at once, so that a title may be theirs as well
 */
export function startWithComments(text: string, offset: number, column: number, leadsOthers: () => boolean): number {
  const own = lineStartAt(text, offset);
  let start = own;
  const lines: string[] = [];
  while (start > 0) {
    const above = lineStartAt(text, start - 1);
    const line = text.slice(above, start).trimEnd();
    if (line.search(/\S/) !== column || line.charAt(column) !== '#') break;
    const comment = line.trimStart();
    if (isOfMore.test(comment) || isSwitchedOff.test(comment)) break;
    lines.push(comment);
    start = above;
  }
  if (start === own) return own;
  // What a document begins with is about all of it.
  const isFirst = start === 0 || text.startsWith('---', lineStartAt(text, start - 1));
  return isFirst || (isTitle(lines) && leadsOthers()) ? own : start;
}

/** Where the comments end that stand behind a line and are indented below it: the start of the next line after them. */
export function endOfDeeperComments(text: string, next: number, column: number): number {
  let offset = next;
  while (offset < text.length) {
    const line = text.slice(offset, nextLineAt(text, offset));
    const indent = line.search(/\S/);
    if (indent <= column || line.charAt(indent) !== '#') break;
    offset = nextLineAt(text, offset);
  }
  return offset;
}

function isTitle(lines: readonly string[]): boolean {
  const words = lines.join(' ').match(/[^\s#]+/g) ?? [];
  const isHeading = words.length <= fewWords && /^\p{Lu}/u.test(words[0] ?? '');
  return isHeading || lines.some((line) => namesMore.test(line));
}
