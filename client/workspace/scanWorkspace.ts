import * as vscode from 'vscode';
import { scanWorkspaceRequest } from '../../server/protocol/workspace';
import type { LanguageServer } from '../languageServer';
import { counted } from '../status/counts';

/** True if the closed files of a workspace folder are to be looked at, so that the server has work before one is opened. */
export function looksAtWholeWorkspace(): boolean {
  return (vscode.workspace.workspaceFolders ?? []).some(
    ({ uri }) => vscode.workspace.getConfiguration('seaworthy', uri).get('workspace') === 'all',
  );
}

/** Scans the workspace and says what was found. */
export async function scanWorkspace(server: LanguageServer): Promise<void> {
  const outcome = await server.ask(scanWorkspaceRequest, {});
  if (outcome.refusal !== undefined) {
    await vscode.window.showInformationMessage(outcome.refusal);
    return;
  }
  // What ended it before it was through has been said already.
  if (outcome.state !== 'complete') return;
  const { error, warning, information, hint } = outcome.findings;
  const findings = error + warning + information + hint;
  if (findings === 0) {
    await vscode.window.showInformationMessage(`Seaworthy found nothing in ${counted(outcome.total, 'file')}.`);
    return;
  }
  const showProblems = 'Show problems';
  const choice = await vscode.window.showInformationMessage(
    `Seaworthy found ${counted(findings, 'problem')} in ${outcome.filesWithFindings.toLocaleString('en')} of ${counted(outcome.total, 'file')}.`,
    showProblems,
  );
  if (choice === showProblems) await vscode.commands.executeCommand('workbench.actions.view.problems');
}
