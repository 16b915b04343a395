import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { judgedByTheBaseline, openUntitled, waitForRules } from './manifests';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostIPC: true
  containers: []
`;

describe('A crash of the language server', () => {
  judgedByTheBaseline();
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('is survived: the server is started again, and findings go on', async function () {
    // Other systems don't tell a process what its neighbours are.
    if (process.platform !== 'linux') this.skip();
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-ipc']);
    const [crashing, ...others] = serverProcesses();
    assert.ok(crashing);
    assert.deepEqual(others, []);
    process.kill(crashing, 'SIGKILL');
    await vscode.window.activeTextEditor?.edit((edit) => edit.insert(new vscode.Position(5, 0), '  hostPID: true\n'));
    await waitForRules(document, ['host-pid', 'host-ipc']);
    assert.notDeepEqual(serverProcesses(), [crashing]);
  });
});

/** The language servers that this extension host has started. */
function serverProcesses(): number[] {
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => {
      if (!Number.isInteger(pid) || pid === 0) return false;
      try {
        const isServer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js');
        const parent = /^PPid:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return isServer && Number(parent) === process.pid;
      } catch {
        // The process has ended meanwhile.
        return false;
      }
    });
}
