import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, until } from '../waiting';
import { judgedByTheBaseline, waitForRules } from './manifests';

const pod = (more = '  hostNetwork: true\n') => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${more}  containers:
    - name: web
      image: registry.example.com/web:1.0
`;

describe('The whole workspace', () => {
  judgedByTheBaseline();
  // VS Code's watcher loses a folder that goes and comes back at once, so that each attempt has one of its own.
  let attempt = 0;
  const folder = () =>
    path.join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', `whole-workspace-${attempt}`);
  const lookAt = (files: 'all' | 'openFiles' | undefined) =>
    vscode.workspace.getConfiguration('seaworthy').update('workspace', files, vscode.ConfigurationTarget.Global);

  // Otherwise VS Code activates it a while after it has started.
  before(() => vscode.extensions.getExtension('seaworthy.seaworthy')?.activate());
  beforeEach(async () => {
    attempt++;
    await makeWatched(folder());
    await makeWatched(path.join(folder(), 'deep'));
    writeFileSync(path.join(folder(), 'deep', 'pod.yaml'), pod());
  });
  afterEach(async () => {
    await lookAt(undefined);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.commands.executeCommand('notifications.clearAll');
    rmSync(folder(), { recursive: true, force: true });
  });

  /** The rules that are shown for a file, open or not. */
  const rulesIn = (file: string) =>
    vscode.languages
      .getDiagnostics(vscode.Uri.file(path.join(folder(), file)))
      .filter(({ source }) => source === 'Seaworthy')
      .map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
  const waitForRulesIn = (file: string, rules: readonly string[]) =>
    eventually(
      () => ({ [file]: rulesIn(file), filesWithFindings: filesWithFindings() }),
      () => rulesIn(file).join() === rules.join(),
    );
  /** Makes a folder and waits for VS Code to watch it: its watcher on Linux never learns of a folder that is made in a new one at once. */
  const makeWatched = async (made: string) => {
    mkdirSync(made);
    let isWatched = false;
    const marker = path.join(made, 'watched.txt');
    const watcher = vscode.workspace.createFileSystemWatcher('**/watched.txt');
    const told = ({ fsPath }: vscode.Uri) => {
      isWatched ||= fsPath === marker;
    };
    watcher.onDidCreate(told);
    watcher.onDidChange(told);
    let written = 0;
    const writeNowAndThen = () => {
      if (Date.now() - written < 500) return;
      writeFileSync(marker, '');
      written = Date.now();
    };
    try {
      await until(`VS Code watches ${made}`, () => {
        if (!isWatched) writeNowAndThen();
        return isWatched;
      });
    } finally {
      watcher.dispose();
    }
  };
  const filesWithFindings = () =>
    vscode.languages
      .getDiagnostics()
      .filter(([uri, found]) => uri.fsPath.startsWith(folder()) && found.some(({ source }) => source === 'Seaworthy'))
      .length;

  it('shows what is found in closed files as long as the setting asks for it, and nothing twice', async () => {
    const file = path.join('deep', 'pod.yaml');
    assert.deepEqual(rulesIn(file), []);
    await lookAt('all');
    await waitForRulesIn(file, ['host-network']);
    const document = await vscode.workspace.openTextDocument(path.join(folder(), file));
    // What is found after a change is told after all that was known before: nothing of that is left beside it.
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) =>
      edit.insert(document.positionAt(document.getText().indexOf('  hostNetwork')), '  hostPID: true\n'),
    );
    await waitForRules(document, ['host-pid', 'host-network']);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await waitForRules(document, ['host-network']);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await waitForRulesIn(file, ['host-network']);
    await lookAt('openFiles');
    await waitForRulesIn(file, []);
  });

  it('follows changes on disk: of a file, of a new one, of a folder that goes', async () => {
    await lookAt('all');
    await waitForRulesIn(path.join('deep', 'pod.yaml'), ['host-network']);
    writeFileSync(path.join(folder(), 'deep', 'pod.yaml'), pod('  hostPID: true\n'));
    await waitForRulesIn(path.join('deep', 'pod.yaml'), ['host-pid']);
    writeFileSync(path.join(folder(), 'new.yaml'), pod());
    await waitForRulesIn('new.yaml', ['host-network']);
    rmSync(path.join(folder(), 'deep'), { recursive: true });
    await waitForRulesIn(path.join('deep', 'pod.yaml'), []);
    assert.deepEqual(rulesIn('new.yaml'), ['host-network']);
  });

  it('is scanned on command although only open files are looked at otherwise', async () => {
    for (let number = 0; number < 200; number++) writeFileSync(path.join(folder(), `pod-${number}.yaml`), pod());
    void vscode.commands.executeCommand('seaworthy.scanWorkspace');
    await eventually(filesWithFindings, (files) => files === 201);
    assert.deepEqual(rulesIn('pod-199.yaml'), ['host-network']);
  });
});
