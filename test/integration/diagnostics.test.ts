import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { applyAction, judgedByTheBaseline, openUntitled, quickFixesAt, shownFindings, waitForRules } from './manifests';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  # Reaches the agent on the node.
  hostNetwork: true
  containers:
    - name: web
      image: registry.example.com/web:1.0
      securityContext:
        privileged: true   # why?
        capabilities:
          add: [NET_ADMIN, CHOWN]
`;

describe('A manifest in the editor', () => {
  judgedByTheBaseline();
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('shows what breaks the baseline, with a link to the reason', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-network', 'privileged-container', 'added-capability']);
    const [finding] = shownFindings(document);
    assert.equal(finding?.severity, vscode.DiagnosticSeverity.Error);
    assert.equal(document.getText(finding.range), 'true');
    assert.ok(typeof finding.code === 'object');
    assert.equal(finding.code.target.authority, 'seaworthy.seaworthy');
    assert.equal(finding.code.target.path, '/rules/host-network');
  });

  it('is mended by its quick-fixes one by one, its comment goes with a line, and all others stay', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-network', 'privileged-container', 'added-capability']);
    for (const left of [['privileged-container', 'added-capability'], ['added-capability'], []]) {
      const [finding] = shownFindings(document);
      assert.ok(finding);
      const offered = await quickFixesAt(document, finding.range);
      const [preferred] = offered.filter(({ isPreferred }) => isPreferred);
      await applyAction(preferred);
      await waitForRules(document, left);
    }
    const expected = pod
      .replace('  # Reaches the agent on the node.\n  hostNetwork: true\n', '')
      .replace('privileged: true', 'privileged: false')
      .replace('[NET_ADMIN, CHOWN]', '[CHOWN]');
    assert.equal(document.getText(), expected);
  });

  it('is judged again with every keystroke', async () => {
    const document = await openUntitled(pod.replace('hostNetwork: true', 'hostNetwork: false'));
    await waitForRules(document, ['privileged-container', 'added-capability']);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const line = document.lineAt(6);
    const value = new vscode.Range(6, '  hostNetwork: '.length, 6, line.range.end.character);
    assert.ok(await editor.edit((edit) => edit.replace(value, 'true')));
    await waitForRules(document, ['host-network', 'privileged-container', 'added-capability']);
    await vscode.commands.executeCommand('undo');
    await waitForRules(document, ['privileged-container', 'added-capability']);
  });

  it('keeps its findings while a line is half typed', async () => {
    const document = await openUntitled(`${pod}        run\n`);
    await waitForRules(document, ['host-network', 'privileged-container', 'added-capability', 'yaml-syntax']);
  });

  it('is left alone when it is no manifest', async () => {
    const compose = await openUntitled('services:\n  web:\n    privileged: true\n');
    const manifest = await openUntitled(pod);
    await waitForRules(manifest, ['host-network', 'privileged-container', 'added-capability']);
    assert.deepEqual(shownFindings(compose), []);
  });
});
