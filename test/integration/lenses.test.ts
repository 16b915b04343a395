import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openUntitled } from './manifests';

const text = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true # for now
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - containerPort: 80
          hostPort: 80
`;

const patience = 15_000;

describe('The lens above a workload in VS Code', function () {
  this.timeout(60_000);
  const settings = () => vscode.workspace.getConfiguration('seaworthy');

  afterEach(async () => {
    await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('shows its changes on a click, makes them once they are confirmed, and one undo takes them back', async () => {
    const document = await openUntitled(text);
    const title = 'Pod Security: privileged · 2 changes to baseline';
    const [lens] = await lensesOf(document, (lenses) => lenses[0] === title);
    const { command = '', arguments: args = [] } = lens?.command ?? {};
    const lifting = vscode.commands.executeCommand(command, ...args);
    await confirmed(document);
    await lifting;
    assert.equal(document.getText(), text.replace(/.*host(?:Network|Port).*\n/g, ''));
    await lensesOf(document, (lenses) => lenses[0] === 'Pod Security: baseline · 4 changes to restricted');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('changes nothing when the preview is discarded', async () => {
    const document = await openUntitled(text);
    const [lens] = await lensesOf(document, (lenses) => lenses.length === 1);
    const { command = '', arguments: args = [] } = lens?.command ?? {};
    const lifting = vscode.commands.executeCommand(command, ...args);
    let isOver = false;
    void lifting.then(() => {
      isOver = true;
    });
    await until(async () => {
      await vscode.commands.executeCommand('refactorPreview.discard');
      return isOver;
    });
    assert.equal(document.getText(), text);
  });

  it('goes and comes with the setting, at once', async () => {
    const document = await openUntitled(text);
    await lensesOf(document, (lenses) => lenses.length === 1);
    await settings().update('codeLens', false, vscode.ConfigurationTarget.Global);
    await lensesOf(document, (lenses) => lenses.length === 0);
    await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    await lensesOf(document, (lenses) => lenses.length === 1);
  });
});

/** Ticks the file in the refactor preview, as soon as it is there, and applies what is ticked. */
async function confirmed(document: vscode.TextDocument): Promise<void> {
  await until(async () => {
    await vscode.commands.executeCommand('refactorPreview.focus');
    await vscode.commands.executeCommand('list.focusFirst');
    await vscode.commands.executeCommand('refactorPreview.toggleCheckedState');
    await vscode.commands.executeCommand('refactorPreview.apply');
    await new Promise((resolve) => setTimeout(resolve, 200));
    return document.getText() !== text;
  });
}

/** The Pod Security lenses of a document, once what they say is as expected. */
async function lensesOf(
  { uri }: vscode.TextDocument,
  isExpected: (titles: readonly string[]) => boolean,
): Promise<vscode.CodeLens[]> {
  let lenses: vscode.CodeLens[] = [];
  await until(async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
    lenses = all.filter(({ command }) => command?.title.startsWith('Pod Security'));
    return isExpected(lenses.map(({ command }) => command?.title ?? ''));
  });
  return lenses;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const giveUp = Date.now() + patience; !(await isSo()); ) {
    assert.ok(Date.now() < giveUp, 'it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
