import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { lineStartAt } from '../../yaml/parsing/lines';
import { fileOffset, inFile } from '../../yaml/parsing/offsets';
import { positionsTouch } from '../../yaml/parsing/ranges';
import { type EditedDocument, workspaceEdit } from '../places/editedDocument';

/**
 * Quick-fixes that part two objects of one document by the line `---` that has been forgotten. They need no finding: beside
 * another extension that tells of faults in YAML they belong to what that one says of the repeated keys.
 */
export function separatorActions(
  document: EditedDocument,
  requested: Range,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { text, linted, rangeOf } = document;
  return linted.documents.flatMap(({ start, document: { reading } }) =>
    reading.separations.flatMap((key): CodeAction[] => {
      const begins = inFile(key, start);
      const range = rangeOf(begins.start, begins.end);
      if (!positionsTouch(range, requested)) return [];
      const at = fileOffset(lineStartAt(text, begins.start));
      const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
      return [
        {
          title: 'Begin a document here: insert a line ---',
          kind: CodeActionKind.QuickFix,
          diagnostics: diagnostics.filter((diagnostic) => positionsTouch(diagnostic.range, range)),
          isPreferred: true,
          edit: workspaceEdit(document, [{ start: at, end: at, newText: `---${lineEnd}` }]),
        },
      ];
    }),
  );
}
