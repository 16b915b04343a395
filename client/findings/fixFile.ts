import * as vscode from 'vscode';
import { fileFixesRequest } from '../../server/protocol/actions';
import type { LanguageServer } from '../languageServer';
import { counted } from '../status/counts';

/** Applies every safe fix of the active file, and says so where there is none. */
export async function fixFile(server: LanguageServer): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return;
  const fixes = await server.ask(fileFixesRequest, { uri: document.uri.toString(), level: 'safe' });
  if (fixes.length === 0) return tellOfNone(document);
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    fixes.map(({ start, end, newText }) =>
      vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText),
    ),
  );
  if (!(await vscode.workspace.applyEdit(edit))) {
    await vscode.window.showErrorMessage('Nothing was mended: the file has changed meanwhile.');
  }
}

/** What isn't safe can still be hardened, with a look at it. */
async function tellOfNone({ uri }: vscode.TextDocument): Promise<void> {
  const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Seaworthy').length;
  if (found === 0) {
    await vscode.window.showInformationMessage('There is nothing to fix: nothing was found in this file.');
    return;
  }
  const harden = 'Harden file…';
  const findings = counted(found, 'finding');
  const message = `Nothing was changed: none of the ${findings} of this file can be mended without a running workload noticing.`;
  const single = 'Nothing was changed: the finding of this file can’t be mended without a running workload noticing.';
  const choice = await vscode.window.showInformationMessage(found === 1 ? single : message, harden);
  if (choice === harden) await vscode.commands.executeCommand('seaworthy.hardenFile');
}
