import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  judgedByTheBaseline,
  openUntitled,
  quickFixesAt,
  shownFindings,
  waitForRules,
  whileAsked,
  withFiles,
} from './manifests';

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

async function take(document: vscode.TextDocument, title: RegExp): Promise<void> {
  const [finding] = shownFindings(document);
  assert.ok(finding);
  const action = (await quickFixesAt(document, finding.range)).find((offered) => title.test(offered.title));
  assert.ok(action?.command, `${title} is offered`);
  // What the list proposes is to turn the rule off.
  await whileAsked(
    vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? [])),
    'proposed',
  );
}

describe('"Create configuration"', () => {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '';
  const file = path.join(folder, '.seaworthy.yaml');

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(file, { force: true });
  });

  it('writes what is chosen in the lists and opens it', async () => {
    await whileAsked(vscode.commands.executeCommand('seaworthy.createConfiguration'), 'proposed');
    assert.equal(vscode.window.activeTextEditor?.document.uri.fsPath, file);
    assert.match(readFileSync(file, 'utf8'), /^profile: recommended$/m);
    assert.match(readFileSync(file, 'utf8'), /^# kubernetesVersion: /m);
  });

  it('leaves nothing behind when it is cancelled', async () => {
    await whileAsked(vscode.commands.executeCommand('seaworthy.createConfiguration'), 'none');
    assert.equal(existsSync(file), false);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('opens the one that is there', async () => {
    writeFileSync(file, 'profile: all\n');
    await vscode.commands.executeCommand('seaworthy.createConfiguration');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), 'profile: all\n');
  });
});

describe('A rule that a finding names', () => {
  judgedByTheBaseline();

  afterEach(async () => {
    for (const target of [vscode.ConfigurationTarget.Global, vscode.ConfigurationTarget.Workspace]) {
      await vscode.workspace.getConfiguration('seaworthy').update('rules', undefined, target);
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('is turned off in the .seaworthy.yaml that governs the file', async () => {
    const configuration = 'profile: baseline # ours\n';
    await withFiles({ 'pod.yaml': pod, '.seaworthy.yaml': configuration }, async (folder) => {
      const document = await vscode.workspace.openTextDocument(path.join(folder, 'pod.yaml'));
      await vscode.window.showTextDocument(document);
      await waitForRules(document, ['host-network', 'host-pid']);
      await take(document, /^Configure rule host-network in \.seaworthy\.yaml…$/);
      await waitForRules(document, ['host-pid']);
      const file = path.join(folder, '.seaworthy.yaml');
      assert.equal(readFileSync(file, 'utf8'), `${configuration}rules:\n  host-network: off\n`);
    });
  });

  it('is turned off in the settings where no file governs', async () => {
    const document = await openUntitled(pod);
    await waitForRules(document, ['host-network', 'host-pid']);
    await take(document, /^Configure rule host-network in the settings…$/);
    await waitForRules(document, ['host-pid']);
    const settings = vscode.workspace.getConfiguration('seaworthy').inspect('rules');
    assert.deepEqual(settings?.globalValue, { 'host-network': 'off' });
  });

  it('follows a .seaworthy.yaml that comes and goes on disk', async () => {
    const folder = mkdtempSync(path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'followed-'));
    const files = { pod: path.join(folder, 'pod.yaml'), configuration: path.join(folder, '.seaworthy.yaml') };
    try {
      writeFileSync(files.pod, pod);
      const document = await vscode.workspace.openTextDocument(files.pod);
      await vscode.window.showTextDocument(document);
      await waitForRules(document, ['host-network', 'host-pid']);
      writeFileSync(files.configuration, 'profile: baseline\nrules: { host-pid: off }\n');
      await waitForRules(document, ['host-network']);
      rmSync(files.configuration);
      await waitForRules(document, ['host-network', 'host-pid']);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
