import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { applyFixes } from '../../fixes/applyFixes';
import { fixesOfRule } from '../../fixes/fixChoices';
import { fixesWithin } from '../../fixes/hardening';
import { isTextReadWhole } from '../../lint/readWhole';
import { type EditedDocument, workspaceEdit } from '../places/editedDocument';
import { diagnosticsAbout } from '../places/findingKeys';
import type { PlacedFinding } from '../places/positions';
import { fixAllKind } from './codeActionKinds';

/** Applies the safe fixes of a file; none on saving one that can't be read whole. */
export function fixAllSafely(document: EditedDocument): CodeAction[] {
  if (!isTextReadWhole(document.linted)) return [];
  const { edits } = applyFixes(document.linted, fixesWithin(undefined));
  if (edits.length === 0) return [];
  const title = 'Apply all safe fixes of Seaworthy';
  return [{ title, kind: fixAllKind, edit: workspaceEdit(document, edits) }];
}

/** Mends everything that a rule reports in a file, if it reports more than one thing and no choice is needed. */
export function fixAllOfRule(
  document: EditedDocument,
  placed: PlacedFinding,
  diagnostics: readonly Diagnostic[],
): CodeAction[] {
  const { rule } = placed.finding;
  const { edits, mended } = applyFixes(document.linted, fixesOfRule(rule));
  if (mended.length < 2) return [];
  return [
    {
      title: `Fix all ${mended.length} findings of ${rule.id} in this file`,
      kind: CodeActionKind.QuickFix,
      diagnostics: diagnosticsAbout(placed, document.linted, diagnostics),
      edit: workspaceEdit(document, edits),
    },
  ];
}
