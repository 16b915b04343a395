/*
 * A document's offsets count from where it starts, those of its file from the first character of that. Both are plain numbers when the
 * program runs; their types keep them apart, and nothing but the functions below leads from one to the other.
 */

declare const countsFrom: unique symbol;

/** UTF-16 units from the start of a document. So is any number that trees and their edits are made with: they know of no file. */
export type DocumentOffset = number & { readonly [countsFrom]?: 'document' };

/** UTF-16 units from the start of a file. */
export type FileOffset = number & { readonly [countsFrom]: 'file' };

/** An offset of a file as whoever holds its text tells it: any number but an offset of a document. */
export type OffsetOfText = number & { readonly [countsFrom]?: 'file' };

/** Offsets of one document, end exclusive. */
export interface DocumentRange {
  readonly start: DocumentOffset;
  readonly end: DocumentOffset;
}

/** Offsets of one file, end exclusive. */
interface FileRange {
  readonly start: FileOffset;
  readonly end: FileOffset;
}

/** An offset that was counted in the text of a whole file. */
export function fileOffset(offset: OffsetOfText): FileOffset {
  return offset as FileOffset;
}

/** What stands in a document, as it stands in the file that the document starts in at an offset. */
export function inFile<Range extends DocumentRange>(
  range: Range,
  documentStart: FileOffset,
): Omit<Range, keyof FileRange> & FileRange {
  const start = fileOffset(documentStart + range.start);
  return { ...range, start, end: fileOffset(documentStart + range.end) };
}

/** An offset of a file as the document counts it that starts in that at another. */
export function inDocument(offset: OffsetOfText, documentStart: FileOffset): DocumentOffset {
  return offset - documentStart;
}

/** An offset so many characters further on in the same text. */
export function moved<Offset extends number>(offset: Offset, by: number): Offset {
  return (offset + by) as Offset;
}
