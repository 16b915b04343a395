import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types';
import { explainCommand } from '../protocol';
import type { PlacedFinding } from './positions';
import { diagnosticsAbout } from './quickFixes';

/** What leads from a finding to the page about its rule, in a client that has such pages. */
export function explanation(placed: PlacedFinding, diagnostics: readonly Diagnostic[]): CodeAction {
  const { id } = placed.finding.rule;
  const title = `Explain ${id}`;
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: diagnosticsAbout(placed, diagnostics),
    command: { title, command: explainCommand, arguments: [id] },
  };
}
