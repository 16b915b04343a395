import { Lexer } from 'yaml';
import type { OffsetRange } from '../parsing/lines';
import { maskedText } from '../templates/templates';

const scalarFollows = '\u001F';
const controls = new Set(['\uFEFF', '\u0002', '\u0018', scalarFollows]);

/**
 * The comments of a document, in its order, from their `#` to the end of their line: UTF-16 offsets. Text that only
 * looks like a comment, in a block scalar or in quotes, is none.
 */
export function commentsIn(text: string): OffsetRange[] {
  const found = new Map<number, OffsetRange>();
  // What one branch of a template hides another shows.
  for (const variant of maskedText(text).variants) {
    for (const comment of commentsOf(variant)) found.set(comment.start, comment);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function commentsOf(text: string): OffsetRange[] {
  const comments: OffsetRange[] = [];
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (controls.has(lexeme)) {
      isScalar = lexeme === scalarFollows;
      continue;
    }
    if (!isScalar && lexeme.startsWith('#')) {
      comments.push({ start: offset, end: offset + lexeme.trimEnd().length });
    }
    isScalar = false;
    offset += lexeme.length;
  }
  return comments;
}
