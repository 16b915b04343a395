import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { fileSilence, silencingFixes } from '../fixes/silencing';
import { type EditedDocument, workspaceEdit } from './editedDocument';
import type { PlacedFinding } from './positions';
import { diagnosticsAbout } from './quickFixes';

/** The ways to keep a finding quiet, with the cursor on the reason: on its line, in its object, in its file. */
export function silenceActions(
  document: EditedDocument,
  placed: PlacedFinding,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { finding, documentStart } = placed;
  const { text, linted, takesSnippets } = document;
  const own = linted.documents.find(({ start }) => start === documentStart)?.document;
  const inDocument = own ? silencingFixes(own, finding, takesSnippets) : [];
  if (inDocument.length === 0) return [];
  const ways = inDocument.map(({ title, edits }) => ({
    title,
    edits: edits.map((edit) => ({ ...edit, start: documentStart + edit.start, end: documentStart + edit.end })),
  }));
  const { id } = finding.rule;
  const forFile = fileSilence(text, id, takesSnippets);
  if (forFile) ways.push({ title: `Ignore ${id} in this file`, edits: [forFile] });
  return ways.map(({ title, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsAbout(placed, diagnostics),
    edit: workspaceEdit(document, edits),
  }));
}
