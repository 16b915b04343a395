import type { NamedText } from '../documents/documentKind';
import { kindOf } from '../documents/kindOf';
import { fileOffset } from '../yaml/parsing/offsets';
import { type DocumentText, splitDocuments } from '../yaml/read/documents';

/** The documents of a text, each with the UTF-16 offset where it starts: one alone for kinds that are the whole of their file. */
export function partsOf(text: NamedText): DocumentText[] {
  return kindOf(text).holds === 'one document'
    ? [{ start: fileOffset(0), text: text.text }]
    : splitDocuments(text.text);
}
