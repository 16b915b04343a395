import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import { diagnosticSource } from '../../features/places/diagnosticSource';
import { valueAt } from '../../unknownJson';

/** The quick-fixes of hints that know which name is meant. */
export function hintActions(uri: string, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const meant = diagnostic.source === diagnosticSource ? valueAt(diagnostic.data, 'meant') : undefined;
    if (typeof meant !== 'string') return [];
    const edit = { changes: { [uri]: [{ range: diagnostic.range, newText: meant }] } };
    return [{ title: `Change to ${meant}`, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit }];
  });
}
