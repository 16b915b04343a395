import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { judgedByTheBaseline, openUntitled, shownFindings, waitForRules } from './manifests';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostIPC: true
  containers: []
`;

describe('The language server in VS Code', () => {
  judgedByTheBaseline();
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('goes on after "Restart server"', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-ipc']);
    await vscode.commands.executeCommand('seaworthy.restartServer');
    await waitForRules(document, ['host-ipc']);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '  hostPID: true\n'));
    await waitForRules(document, ['host-pid', 'host-ipc']);
  });

  it('shows its log', async () => {
    await vscode.commands.executeCommand('seaworthy.showLog');
    assert.deepEqual(shownFindings(await openUntitled('a: 1\n')), []);
  });

  it('leaves the commands of the extension in the palette under their names', async () => {
    const commands = await vscode.commands.getCommands(true);
    assert.ok(commands.includes('seaworthy.restartServer') && commands.includes('seaworthy.showLog'));
  });
});
