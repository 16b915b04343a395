import { jsonEnd } from '../parsing/jsonStream';
import { type FileOffset, fileOffset } from '../parsing/offsets';

/** One document of a YAML stream: its text and where that begins. */
export interface DocumentText {
  /** UTF-16 offset of the document's first character in the file. Always the start of a line. */
  readonly start: FileOffset;
  /** The document with its `---` line, up to the next document. */
  readonly text: string;
}

/**
 * Cuts a YAML stream where kubectl does: at lines that begin with `---`, inside of block scalars too, and behind JSON
 * that YAML follows. What stands before a marker belongs to the document it introduces when it holds nothing but
 * comments, directives and blank lines; other text behind a line `...` belongs to the document which that ends.
 */
export function splitDocuments(text: string): DocumentText[] {
  const cuts = cutsOf(text);
  const documents: DocumentText[] = [];
  let introduction: DocumentText | undefined;
  for (const [index, { start: cut, isEnd }] of cuts.entries()) {
    const start = introduction?.start ?? fileOffset(cut);
    const next = cuts[index + 1];
    const document = {
      start,
      text: text.slice(start, next?.start),
    };
    introduction = next !== undefined && holdsNoContent(document.text) ? document : undefined;
    if (introduction) continue;
    const last = documents.at(-1);
    if (isEnd && last) documents[documents.length - 1] = { start: last.start, text: last.text + document.text };
    else if (document.text !== '' || !last) documents.push(document);
  }
  return documents;
}

interface Cut {
  readonly start: number;
  /** True for the line behind a `...`. */
  readonly isEnd: boolean;
}

function cutsOf(text: string): Cut[] {
  const json = jsonEnd(text);
  const cuts = [{ start: 0, isEnd: false }];
  if (json !== undefined) cuts.push({ start: json, isEnd: false });
  // A byte order mark that stands before a marker was the start of a file, before files were joined.
  for (const marker of ['\n---', '\n\uFEFF---', '\n...']) {
    for (let found = text.indexOf(marker, json); found >= 0; found = text.indexOf(marker, found + 4)) {
      if (!endsMarker(text, found + marker.length)) continue;
      const lineEnd = text.indexOf('\n', found + 4);
      if (marker !== '\n...') cuts.push({ start: found + 1, isEnd: false });
      else if (lineEnd >= 0 && lineEnd + 1 < text.length) cuts.push({ start: lineEnd + 1, isEnd: true });
    }
  }
  // Where both fall on one place, a marker begins a document.
  return cuts
    .sort((a, b) => a.start - b.start || Number(a.isEnd) - Number(b.isEnd))
    .filter(({ start }, index, all) => start !== all[index - 1]?.start);
}

/** White space of any kind, or a comment right behind the dashes. */
function endsMarker(text: string, offset: number): boolean {
  return offset >= text.length || /[\s\u0085#]/.test(text.charAt(offset));
}

function holdsNoContent(text: string): boolean {
  return /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n|%.*\r?\n)*$/.test(text);
}
