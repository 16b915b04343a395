import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types';
import { fixEdits } from '../fixes/applyFixes';
import { diagnosticSource } from './diagnostics';
import { type EditedDocument, workspaceEdit } from './editedDocument';
import { type PlacedFinding, rangesTouch } from './positions';

/** A quick-fix for every fix of a finding; the one that needs no choice is preferred. */
export function quickFixes(
  document: EditedDocument,
  placed: PlacedFinding,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { finding, documentStart } = placed;
  return finding.fixes.flatMap((fix, index): CodeAction[] => {
    const edits = fixEdits(finding, fix);
    if (!edits) return [];
    const inFile = edits.map((edit) => ({ ...edit, start: documentStart + edit.start, end: documentStart + edit.end }));
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: diagnosticsAbout(placed, diagnostics),
        isPreferred: index === 0 && fix.class !== 'ask',
        edit: workspaceEdit(document, inFile),
      },
    ];
  });
}

/** The diagnostics of an editor that show a finding. */
export function diagnosticsAbout(
  { finding, range }: { readonly finding: PlacedFinding['finding']; readonly range: Range },
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  return diagnostics.filter(
    (diagnostic) =>
      diagnostic.source === diagnosticSource &&
      diagnostic.code === finding.rule.id &&
      rangesTouch(diagnostic.range, range),
  );
}
