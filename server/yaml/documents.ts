/** One document of a YAML stream: its text and where that begins. */
export interface DocumentText {
  /** UTF-16 offset of the document's first character in the file. Always the start of a line. */
  readonly start: number;
  /** The document with its `---` line, up to the next document. */
  readonly text: string;
}

enum Character {
  LineFeed = 10,
  CarriageReturn = 13,
  Space = 32,
  Tab = 9,
}

/**
 * Cuts a YAML stream at its document markers (YAML 1.2.2, 9.1.2: `---` and `...` end a document wherever they begin
 * a line, inside block scalars too). What stands before a marker `---` belongs to the document it introduces when it
 * holds nothing but comments, directives and blank lines.
 */
export function splitDocuments(text: string): DocumentText[] {
  const starts = [0];
  for (const marker of ['\n---', '\n...']) {
    for (let found = text.indexOf(marker); found >= 0; found = text.indexOf(marker, found + 4)) {
      if (!endsMarker(text, found + 4)) continue;
      const lineEnd = text.indexOf('\n', found + 4);
      if (marker === '\n---') starts.push(found + 1);
      else if (lineEnd >= 0) starts.push(lineEnd + 1);
    }
  }
  starts.sort((a, b) => a - b);
  const documents: DocumentText[] = [];
  let introduction: DocumentText | undefined;
  for (const [index, start] of starts.entries()) {
    const end = starts[index + 1] ?? text.length;
    const document = { start: introduction?.start ?? start, text: text.slice(introduction?.start ?? start, end) };
    introduction = starts[index + 1] !== undefined && holdsNoContent(document.text) ? document : undefined;
    if (!introduction && (document.text !== '' || documents.length === 0)) documents.push(document);
  }
  return documents;
}

function endsMarker(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return (
    Number.isNaN(code) ||
    code === Character.LineFeed ||
    code === Character.Space ||
    code === Character.CarriageReturn ||
    code === Character.Tab
  );
}

function holdsNoContent(text: string): boolean {
  return /^\uFEFF?(?:[ \t]*(?:#.*)?\r?\n|%.*\r?\n)*$/.test(text);
}
