const vscode = require('vscode');

const manifest = 'shop/frontend.yaml';
const walkthrough = 'seaworthy.seaworthy#getStarted';
const shownOnce = 'shown';

/** What `npm start` shows first: a manifest with the cursor at a finding, beside "Get started with Seaworthy". */
exports.activate = async ({ workspaceState }) => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  // A page that is loaded again has what was open in it.
  if (!folder || workspaceState.get(shownOnce)) return;
  await workspaceState.update(shownOnce, true);
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthrough, false);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, manifest));
  const offset = Math.max(0, document.getText().search(/\bhostNetwork: true\b/));
  const start = document.positionAt(offset).translate(0, 'hostNetwork: '.length);
  const selection = new vscode.Range(start, start);
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Two, preview: false, selection });
  await vscode.commands.executeCommand('workbench.action.moveActiveEditorGroupLeft');
};
