import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../waiting';
import { openUntitled, shownFindings, waitForRules, withFiles } from './manifests';

const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n';

describe('The menu in VS Code', () => {
  it('leads to commands that are there', async () => {
    const known = new Set(await vscode.commands.getCommands(true));
    for (const id of [
      'showMenu',
      'changeProfile',
      'changeKubernetesVersion',
      'fixWorkspace',
      'scanWorkspace',
      'openCheatSheet',
      'getStarted',
      'showLog',
      'restartServer',
      'createConfiguration',
    ]) {
      assert.ok(known.has(`seaworthy.${id}`), id);
    }
  });

  it('changes the profile in the settings, and the findings with it', async () => {
    const document = await openUntitled(pod);
    try {
      await until('something is found', () => shownFindings(document).length > 0);
      await chosen('seaworthy.changeProfile');
      await waitForRules(document, ['host-network']);
      assert.equal(vscode.workspace.getConfiguration('seaworthy').get('profile'), 'baseline');
    } finally {
      for (const target of [vscode.ConfigurationTarget.Workspace, vscode.ConfigurationTarget.Global]) {
        await vscode.workspace.getConfiguration('seaworthy').update('profile', undefined, target);
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });

  it('opens the configuration file where it has the say, at the key', async () => {
    await withFiles({ '.seaworthy.yaml': '# Ours.\nprofile: baseline\n', 'pod.yaml': pod }, async (folder) => {
      await writeFile(path.join(folder, '.git'), 'gitdir: elsewhere\n');
      const document = await vscode.workspace.openTextDocument(path.join(folder, 'pod.yaml'));
      await vscode.window.showTextDocument(document);
      await waitForRules(document, ['host-network']);
      await vscode.commands.executeCommand('seaworthy.changeProfile');
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor && path.basename(editor.document.uri.fsPath), '.seaworthy.yaml');
      assert.equal(editor?.document.lineAt(editor.selection.active.line).text, 'profile: baseline');
    });
  });
});

/** Runs a command that asks, and takes the first answer. */
async function chosen(command: string): Promise<void> {
  const asking = vscode.commands.executeCommand(command);
  let isOver = false;
  void asking.then(() => {
    isOver = true;
  });
  await until('the question is answered', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isOver;
  });
}
