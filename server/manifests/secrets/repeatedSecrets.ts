import type { OffsetRange } from '../../yaml/parsing/lines';
import { lineEndAt } from '../../yaml/write/editLines';

/** A line of a secret without the quotes around it. */
export function barePiece(piece: string): string {
  return piece.trim().replace(/^["']|["'],?$/g, '');
}

/**
 * Where a text repeats secrets that it holds: the comment of a secret's line, and any place for a secret that can't be
 * taken for a word. Shorter ones than four letters are found anywhere.
 */
export function repeatedSecrets(text: string, secrets: readonly OffsetRange[]): OffsetRange[] {
  const distinct = new Set<string>();
  const repeats: OffsetRange[] = [];
  for (const { start, end } of secrets) {
    const pieces = text.slice(start, end).split(/\r?\n/).map(barePiece);
    for (const piece of pieces) if (isUnlikeWords(piece)) distinct.add(piece);
    const lineEnd = lineEndAt(text, end);
    const comment = /(?:^|\s)#/.exec(text.slice(end, lineEnd));
    const piece = pieces.at(-1) ?? '';
    if (comment && piece.length >= 4) repeats.push(...occurrences(text, piece, end + comment.index, lineEnd));
  }
  for (const piece of distinct) repeats.push(...occurrences(text, piece, 0, text.length));
  return repeats;
}

function isUnlikeWords(piece: string): boolean {
  return piece.length >= 6 && !/\s/.test(piece) && /\d/.test(piece) && /[A-Za-z]/.test(piece);
}

function* occurrences(text: string, piece: string, from: number, to: number): Iterable<OffsetRange> {
  for (
    let at = text.indexOf(piece, from);
    at >= 0 && at + piece.length <= to;
    at = text.indexOf(piece, at + piece.length)
  ) {
    const isWhole = !/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + piece.length));
    if (isWhole) yield { start: at, end: at + piece.length };
  }
}
