import path from 'node:path';
import * as vscode from 'vscode';
import { judgedByTheBaseline, openUntitled, waitForRules, withFiles } from './manifests';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  hostPID: true
  containers:
    - name: web
      image: registry.example.com/web:1.0
`;

describe('The configuration', () => {
  judgedByTheBaseline();
  const settings = () => vscode.workspace.getConfiguration('seaworthy');

  afterEach(async () => {
    await settings().update('rules', undefined, vscode.ConfigurationTarget.Global);
    await settings().update('json', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('applies at once when the settings change', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-network', 'host-pid']);
    await settings().update('rules', { 'host-network': 'off' }, vscode.ConfigurationTarget.Global);
    await waitForRules(document, ['host-pid']);
  });

  it('is read from the nearest .seaworthy.yaml, as it is typed', async () => {
    await withFiles(
      { 'pod.yaml': pod, '.seaworthy.yaml': 'profile: baseline\nrules:\n  host-pid: off\n' },
      async (folder) => {
        const document = await vscode.workspace.openTextDocument(path.join(folder, 'pod.yaml'));
        await vscode.window.showTextDocument(document);
        await waitForRules(document, ['host-network']);
        const configuration = await vscode.workspace.openTextDocument(path.join(folder, '.seaworthy.yaml'));
        const editor = await vscode.window.showTextDocument(configuration, vscode.ViewColumn.Beside);
        await editor.edit((edit) => edit.insert(new vscode.Position(3, 0), '  host-network: off\n'));
        await waitForRules(document, []);
        await configuration.save();
      },
    );
  });

  const json = '{"apiVersion": "v1", "kind": "Pod", "spec": {"hostNetwork": true, "containers": []}}';

  it('leaves manifests in JSON alone where settings of old say so, also beside seccomp profiles', async () => {
    await settings().update('json', false, vscode.ConfigurationTarget.Global);
    await withFiles({ 'seccomp-pod.json': json, 'pod.yaml': pod }, async (folder) => {
      const document = await vscode.workspace.openTextDocument(path.join(folder, 'seccomp-pod.json'));
      await vscode.window.showTextDocument(document);
      const manifest = await vscode.workspace.openTextDocument(path.join(folder, 'pod.yaml'));
      await vscode.window.showTextDocument(manifest, vscode.ViewColumn.Beside);
      await waitForRules(manifest, ['host-network', 'host-pid']);
      await waitForRules(document, []);
      await settings().update('json', undefined, vscode.ConfigurationTarget.Global);
      await waitForRules(document, ['host-network']);
    });
  });

  it('is not needed for manifests in JSON to be checked', async () => {
    const document = await openUntitled(json, 'json');
    await waitForRules(document, ['host-network']);
  });
});
