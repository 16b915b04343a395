import type { TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { PlacedWorkload } from '../features/podSecurity/podSecurityWorkloads';
import { explanationOf } from '../fixes/explainedFixes';
import { placesOf } from '../fixes/fixedAndLeft';
import type { Lift } from '../fixes/lift';
import { type DocumentRange, inFile } from '../yaml/parsing/offsets';

/** The edits of a lift, all of them made at once. */
export function liftEdits(
  document: TextDocument,
  { document: { start } }: PlacedWorkload,
  { edits }: Lift,
): TextEdit[] {
  return edits
    .map((edit) => inFile(edit, start))
    .map((edit) => ({
      newText: edit.newText,
      range: { start: document.positionAt(edit.start), end: document.positionAt(edit.end) },
    }));
}

/** Edits of a version of a document, and of no other. */
export function versionedEdit({ uri, version }: TextDocument, edits: TextEdit[], isVersioned: boolean): WorkspaceEdit {
  return isVersioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

/**
 * The edits of a lift to be looked at first, each with its rules and what it does. Editors show what asks to be confirmed, and
 * tick all but that: so the changes ask for nothing, and a row that changes nothing asks in their place and says what is left.
 */
export function previewedEdit(document: TextDocument, workload: PlacedWorkload, lift: Lift): WorkspaceEdit {
  const { uri, version } = document;
  const changeAnnotations: NonNullable<WorkspaceEdit['changeAnnotations']> = {};
  const annotated: TextDocumentEdit['edits'] = liftEdits(document, workload, lift).map((edit, index) => {
    const causes = lift.edits[index]?.parts.flatMap((part) => part.causes) ?? [];
    const { title, description } = explanationOf(causes);
    const annotationId = String(index);
    changeAnnotations[annotationId] = { label: title, description, needsConfirmation: false };
    return { ...edit, annotationId };
  });
  const { left } = lift;
  changeAnnotations.left = {
    label: left.length === 0 ? 'Nothing is left by hand' : `By hand: ${placesOf(left)}`,
    description: [...new Set(left.map(({ message }) => message))].join('; '),
    needsConfirmation: true,
  };
  const at = document.positionAt(inFile(placeOfLeft(lift), workload.document.start).start);
  annotated.push({ range: { start: at, end: at }, newText: '', annotationId: 'left' });
  return { documentChanges: [{ textDocument: { uri, version }, edits: annotated }], changeAnnotations };
}

/** Where in its document the first thing stands that is left by hand: it is told as the edits leave it. */
function placeOfLeft({ edits, left: [first] }: Lift): DocumentRange {
  if (!first) return { start: 0, end: 0 };
  let shift = 0;
  let least = 0;
  for (const { start, end, newText } of edits) {
    if (start + shift > first.range.start) break;
    shift += newText.length - (end - start);
    least = end;
  }
  const start = Math.max(least, first.range.start - shift);
  return { start, end: start };
}

/** The edits that take edits of a document back, in the document as they leave it. */
export function undoingEdits(before: TextDocument, edits: readonly TextEdit[]): TextEdit[] {
  const after = TextDocument.create(before.uri, before.languageId, 0, TextDocument.applyEdits(before, [...edits]));
  let shift = 0;
  return edits.map(({ range, newText }) => {
    const [start, end] = [before.offsetAt(range.start), before.offsetAt(range.end)];
    const from = start + shift;
    shift += newText.length - (end - start);
    return {
      newText: before.getText(range),
      range: { start: after.positionAt(from), end: after.positionAt(from + newText.length) },
    };
  });
}
