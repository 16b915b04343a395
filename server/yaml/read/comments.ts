import { Lexer } from 'yaml';
import type { OffsetRange } from '../parsing/lines';
import { byPlace } from '../parsing/ranges';
import { maskedTemplate, maskedText, type Template } from '../templates/templates';

const scalarFollows = '\u001F';
const controls = new Set(['\uFEFF', '\u0002', '\u0018', scalarFollows]);

/**
 * The comments of a document, in its order, from their `#` to the end of their line: UTF-16 offsets. Text that only
 * looks like a comment, in a block scalar or in quotes, is none. What one branch of a template hides another shows.
 *
 * @param template of the text, if it was read already
 */
export function commentsIn(text: string, template?: Template): OffsetRange[] {
  const found = new Map<number, OffsetRange>();
  const { variants } = template ? maskedTemplate(template) : maskedText(text);
  for (const variant of variants) {
    for (const comment of commentsOf(variant)) found.set(comment.start, comment);
  }
  return [...found.values()].sort(byPlace);
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
