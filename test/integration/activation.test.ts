import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { until } from '../waiting';
import { openUntitled, waitForRules } from './manifests';

describe('Activation', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it("appears in VS Code's own startup figures, which this test prints", async () => {
    await waitForRules(await openUntitled('apiVersion: v1\nkind: Pod\nspec: { hostPID: true }\n'), ['host-pid']);
    await vscode.commands.executeCommand('perfview.show');
    const row = await startupRow('seaworthy.seaworthy');
    const [loadCode, callActivate, finishActivate] = row;
    console.log(
      `      load code ${loadCode} ms, call activate ${callActivate} ms, finish activate ${finishActivate} ms`,
    );
    assert.ok([loadCode, callActivate, finishActivate].every(Number.isFinite));
  });

  it('loads nothing of what runs kubectl and speaks to clusters, where there is no kubeconfig', async () => {
    await waitForRules(await openUntitled('apiVersion: v1\nkind: Pod\nspec: { hostPID: true }\n'), ['host-pid']);
    const folder = vscode.extensions.getExtension('seaworthy.seaworthy')?.extensionPath ?? '';
    const loaded = Object.keys(require.cache).map((file) => path.relative(folder, file));
    assert.ok(loaded.includes(path.join('dist', 'extension.js')), 'the extension is among what is loaded');
    for (const part of ['kubectl.js', 'cluster.js']) {
      assert.ok(!loaded.includes(path.join('dist', part)), `${part} is loaded`);
      assert.ok(existsSync(path.join(folder, 'dist', part)), `${part} is shipped`);
    }
    // A method of the Kubernetes client: it is in the bundle of clusters alone.
    const holdsClient = (file: string) =>
      readFileSync(path.join(folder, 'dist', file), 'utf8').includes('applyToHTTPSOptions');
    assert.deepEqual(['extension.js', 'kubectl.js', 'cluster.js'].map(holdsClient), [false, false, true]);
  });
});

/** An extension's milliseconds in the table "Extension Activation Stats", which VS Code fills in bit by bit. */
async function startupRow(extension: string): Promise<number[]> {
  let row: string | undefined;
  await until(`${extension} is among the startup figures`, () => {
    const figures = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'perf')?.getText() ?? '';
    row = figures
      .split('\n')
      .find((line) => line.startsWith(`| ${extension} `) && /onLanguage|onStartupFinished/.test(line));
    return row !== undefined;
  });
  const [, , , ...cells] = (row ?? '').split('|').map((cell) => cell.trim());
  return cells.slice(0, 3).map(Number);
}
