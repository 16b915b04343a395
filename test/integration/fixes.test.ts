import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';
import { readUntil } from '../waiting';
import { openUntitled, whileAsked, withFiles } from './manifests';

/** The code actions of a kind at a place, waited for. */
function actionsAt(document: vscode.TextDocument, line: number, kind: string): Promise<vscode.CodeAction[]> {
  const { uri } = document;
  const place = document.lineAt(line).range;
  return readUntil(
    () => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, place, kind),
    ({ length }) => length > 0,
  );
}

async function take(actions: readonly vscode.CodeAction[], title: RegExp): Promise<void> {
  const action = actions.find((candidate) => title.test(candidate.title));
  assert.ok(action?.edit, `${title} is none of ${actions.map((candidate) => candidate.title).join('; ')}`);
  assert.ok(await vscode.workspace.applyEdit(action.edit));
}

function pod(indent: number, ...spec: readonly string[]): string {
  const [one, two] = [' '.repeat(indent), ' '.repeat(2 * indent)];
  return [
    'apiVersion: v1',
    'kind: Pod',
    'metadata:',
    `${one}name: web`,
    'spec:',
    ...spec.map((line) => one + line),
    `${one}containers:`,
    `${two}- name: web`,
    `${two}  image: registry.example.com/web:1.0`,
    '',
  ].join('\n');
}

describe('Fixes in the editor', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const indent of [2, 4]) {
    it(`leave the cursor on what is to be filled in, and the indentation of ${indent} as it is`, async () => {
      const text = pod(indent, 'hostNetwork: true # why');
      const document = await openUntitled(text);
      await actionsAt(document, 5, 'quickfix');
      const ignoring = (await actionsAt(document, 5, 'quickfix')).find(({ title }) => title === 'Ignore host-network…');
      assert.ok(ignoring?.command);
      const { command, arguments: args = [] } = ignoring.command;
      await whileAsked(vscode.commands.executeCommand(command, ...args), 'second');
      const [one, two] = [' '.repeat(indent), ' '.repeat(2 * indent)];
      const annotated = text.replace(
        'name: web\n',
        `name: web\n${one}annotations:\n${two}seaworthy.dev/ignore: "host-network -- say why"\n`,
      );
      assert.equal(document.getText(), annotated);
      const editor = vscode.window.activeTextEditor;
      assert.equal(document.getText(editor?.selection), 'say why');
      await vscode.commands.executeCommand('type', { text: 'an agent' });
      assert.equal(document.getText(), annotated.replace('say why', 'an agent'));
      await vscode.commands.executeCommand('leaveSnippet');
      // What was typed is one step or several, the edit is one.
      for (let steps = 0; steps < 10 && document.getText() !== text; steps++) {
        await vscode.commands.executeCommand('undo');
      }
      assert.equal(document.getText(), text);
    });

    it(`put lines with blanks in at an indentation of ${indent}`, async () => {
      const text = pod(indent);
      const document = await openUntitled(text);
      const actions = await actionsAt(document, 6, 'quickfix');
      await take(actions, /^Add a memory request/i);
      const added = document
        .getText()
        .split('\n')
        .filter((line) => !text.includes(line));
      const column = 2 * indent + 2;
      assert.deepEqual(
        added.map((line) => line.search(/\S/)),
        [column, column + indent, column + 2 * indent],
        document.getText(),
      );
      assert.match(document.getText(vscode.window.activeTextEditor?.selection), /^\d+Mi$/);
    });
  }

  it('harden a workload in one edit that one undo takes back', async () => {
    const text = `${pod(2, 'hostNetwork: true', 'hostPID: true')}      securityContext:\n        privileged: true\n`;
    const document = await openUntitled(text);
    await take(await actionsAt(document, 11, 'refactor.rewrite'), /^Harden Pod "web" to restricted/);
    assert.match(document.getText(), /drop:\n +- ALL\n/);
    assert.doesNotMatch(document.getText(), /host(?:Network|PID)|privileged: true/);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('are applied on saving where the settings ask for it, the safe ones alone', async () => {
    const deprecated = pod(
      2,
      'serviceAccount: web',
      'hostNetwork: true # seaworthy-ignore host-network, host-pid -- why',
    );
    const settings = vscode.workspace.getConfiguration('editor');
    await settings.update(
      'codeActionsOnSave',
      { 'source.fixAll.seaworthy': 'explicit' },
      vscode.ConfigurationTarget.Global,
    );
    try {
      await withFiles({ 'pod.yaml': deprecated }, async (folder) => {
        const document = await vscode.workspace.openTextDocument(path.join(folder, 'pod.yaml'));
        const editor = await vscode.window.showTextDocument(document);
        await actionsAt(document, 6, 'quickfix');
        await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '# saved\n'));
        await document.save();
        assert.match(document.getText(), /hostNetwork: true # seaworthy-ignore host-network -- why\n/);
      });
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('mend closed files of the workspace and save them, and leave open ones unsaved', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const open = vscode.Uri.joinPath(folder, 'open-fixes.yaml');
    const closed = vscode.Uri.joinPath(folder, 'closed-fixes.yaml');
    const unused = pod(2).replace('spec:', 'spec: # seaworthy-ignore host-network -- once');
    try {
      for (const uri of [open, closed]) await vscode.workspace.fs.writeFile(uri, Buffer.from(unused));
      const document = await vscode.workspace.openTextDocument(open);
      await vscode.window.showTextDocument(document);
      await waitForFixes(document);
      await vscode.commands.executeCommand('seaworthy.fixWorkspace', 'safe');
      assert.doesNotMatch(document.getText(), /seaworthy-ignore/);
      assert.ok(document.isDirty);
      assert.doesNotMatch(Buffer.from(await vscode.workspace.fs.readFile(closed)).toString(), /seaworthy-ignore/);
      assert.match(Buffer.from(await vscode.workspace.fs.readFile(open)).toString(), /seaworthy-ignore/);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      for (const uri of [open, closed]) await vscode.workspace.fs.delete(uri);
    }
  });
});

async function waitForFixes(document: vscode.TextDocument): Promise<void> {
  assert.ok((await actionsAt(document, 4, 'quickfix')).length > 0);
}
