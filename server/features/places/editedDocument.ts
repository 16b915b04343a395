import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { LintedText } from '../../lint/lint';
import type { PlacedText } from '../../protocol/positions';
import type { OffsetOfText } from '../../yaml/parsing/offsets';
import { byPlace } from '../../yaml/parsing/ranges';
import type { FileEdit } from '../../yaml/write/rendering';
import { snippetTexts } from '../snippets/snippetTexts';

/** The document that edits are made for. */
export interface EditedDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly linted: LintedText;
  readonly rangeOf: (start: OffsetOfText, end: OffsetOfText) => Range;
  /** Whether the client lets the user fill in what an edit leaves blank. */
  readonly takesSnippets: boolean;
}

/**
 * Edits in offsets of the file as the client takes them. If anything is left blank all of them are snippets: an editor
 * makes one snippet of them, and would lay out plain ones anew.
 */
export function workspaceEdit(document: EditedDocument, edits: readonly FileEdit[]): WorkspaceEdit {
  const { uri, version, rangeOf, takesSnippets } = document;
  const sorted = edits.toSorted(byPlace);
  if (!takesSnippets || !sorted.some(({ blanks = [] }) => blanks.length > 0)) {
    return { changes: { [uri]: sorted.map(({ start, end, newText }) => ({ range: rangeOf(start, end), newText })) } };
  }
  const snippets = placedTexts(document, sorted).map(({ start, end, text }) => ({
    range: { start, end },
    snippet: { kind: 'snippet' as const, value: text },
  }));
  return { documentChanges: [{ textDocument: { uri, version }, edits: snippets }] };
}

/** Edits in offsets of the file as texts in the syntax of snippets. */
export function placedTexts({ rangeOf }: Pick<EditedDocument, 'rangeOf'>, edits: readonly FileEdit[]): PlacedText[] {
  const sorted = edits.toSorted(byPlace);
  const texts = snippetTexts(sorted);
  return sorted.map(({ start, end }, index) => ({ ...rangeOf(start, end), text: texts[index] ?? '' }));
}
