import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { fixEdits } from '../../fixes/applyFixes';
import { needsNoChoice } from '../../fixes/fixChoices';
import { inFile } from '../../yaml/parsing/offsets';

import { type EditedDocument, workspaceEdit } from '../places/editedDocument';
import { diagnosticsAbout } from '../places/findingKeys';
import type { PlacedFinding } from '../places/positions';

/** A quick-fix for every fix of a finding, the best one first; it is preferred if it needs no choice, or the others are other ways. */
export function quickFixes(
  document: EditedDocument,
  placed: PlacedFinding,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { finding, documentStart } = placed;
  const mended = diagnosticsAbout(placed, document.linted, diagnostics);
  return finding.fixes.flatMap((fix, index): CodeAction[] => {
    const edits = fixEdits(finding, fix);
    if (!edits) return [];
    return [
      {
        title: fix.title,
        kind: CodeActionKind.QuickFix,
        diagnostics: mended,
        isPreferred: index === 0 && (needsNoChoice(finding) || finding.fixes.length > 1),
        edit: workspaceEdit(
          document,
          edits.map((edit) => inFile(edit, documentStart)),
        ),
      },
    ];
  });
}
