import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { openUntitled, waitForRules } from './manifests';

// Whatever opens a manifest comes later: this suite stands first.
describe('Before a document asks for it', function () {
  this.retries(0);
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('nothing but the extension is loaded; the language client comes with the first manifest, here JSON as it is typed', async () => {
    const extension = vscode.extensions.getExtension('seaworthy.seaworthy');
    await extension?.activate();
    const isLoaded = (file: string) => path.join(extension?.extensionPath ?? '', 'dist', file) in require.cache;
    await openUntitled('kind: prose\n', 'plaintext');
    const document = await openUntitled('{}\n', 'json');
    assert.ok(isLoaded('extension.js'));
    assert.ok(!isLoaded('languageClient.js'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(
      document.uri,
      new vscode.Range(0, 0, 1, 0),
      '{"apiVersion":"v1","kind":"Pod","spec":{"hostPID":true}}\n',
    );
    await vscode.workspace.applyEdit(edit);
    await waitForRules(document, ['host-pid']);
    assert.ok(isLoaded('languageClient.js'));
  });
});
