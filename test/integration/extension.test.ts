import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The extension in VS Code', () => {
  it('is installed under its own name', () => {
    const extension = vscode.extensions.getExtension('seaworthy.seaworthy');
    assert.equal(extension?.packageJSON.displayName, 'Seaworthy: Kubernetes Security Practices');
  });

  it('opens a workspace folder', () => {
    assert.equal(vscode.workspace.workspaceFolders?.length, 1);
  });
});
