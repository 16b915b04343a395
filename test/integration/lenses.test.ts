import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../waiting';
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

describe('The lens above a workload in VS Code', () => {
  const settings = () => vscode.workspace.getConfiguration('seaworthy');

  afterEach(async () => {
    await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    // What a message of one test offers is not for the next to take.
    await vscode.commands.executeCommand('notifications.clearAll');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('mends on a click, names what is left by hand, and one undo takes it back', async () => {
    const mounted = `${text}  volumes:\n    - name: docker\n      hostPath:\n        path: /var/run/docker.sock\n`;
    const document = await openUntitled(mounted);
    const title = 'Pod Security: privileged · Harden to baseline (2 fixed, 1 by hand: volume docker)';
    const [lens] = await lensesOf(document, ([first]) => first === title);
    // It ends once its message is gone.
    void run(lens);
    const mended = mounted.replace(/.*host(?:Network|Port).*\n/g, '');
    await until('the text is mended', () => document.getText() === mended);
    await lensesOf(document, ([first]) => first === 'Pod Security: privileged · 1 by hand to baseline: volume docker');
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), mounted);
  });

  it('takes a click back from its message', async () => {
    const document = await openUntitled(text);
    const [lens] = await lensesOf(document, (lenses) => lenses.length === 2);
    const lifting = run(lens);
    await until('the text changes', () => document.getText() !== text);
    await until('the text is as before', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      return document.getText() === text;
    });
    await lifting;
  });

  it('previews every change, ticked, and makes what is left ticked', async () => {
    const document = await openUntitled(text);
    const [, preview] = await lensesOf(document, (lenses) => lenses[1] === 'Preview baseline');
    const lifting = run(preview);
    await until('the changes are made', async () => {
      await vscode.commands.executeCommand('refactorPreview.apply');
      return document.getText() !== text;
    });
    await lifting;
    assert.equal(document.getText(), text.replace(/.*host(?:Network|Port).*\n/g, ''));
    const restricted = 'Pod Security: baseline · Harden to restricted (4 fixed)';
    await lensesOf(document, ([first]) => first === restricted);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text);
  });

  it('changes nothing when the preview is discarded', async () => {
    const document = await openUntitled(text);
    const [, preview] = await lensesOf(document, (lenses) => lenses.length === 2);
    const lifting = run(preview);
    let isOver = false;
    void lifting.then(() => {
      isOver = true;
    });
    await until('the preview is over', async () => {
      await vscode.commands.executeCommand('refactorPreview.discard');
      return isOver;
    });
    assert.equal(document.getText(), text);
  });

  it('goes and comes with the setting, at once', async () => {
    const document = await openUntitled(text);
    await lensesOf(document, (lenses) => lenses.length === 2);
    await settings().update('codeLens', false, vscode.ConfigurationTarget.Global);
    await lensesOf(document, (lenses) => lenses.length === 0);
    await settings().update('codeLens', undefined, vscode.ConfigurationTarget.Global);
    await lensesOf(document, (lenses) => lenses.length === 2);
  });
});

async function run(lens: vscode.CodeLens | undefined): Promise<void> {
  const { command = '', arguments: args = [] } = lens?.command ?? {};
  await vscode.commands.executeCommand(command, ...args);
}

/** The Pod Security lenses of a document, once what they say is as expected. */
async function lensesOf(
  { uri }: vscode.TextDocument,
  isExpected: (titles: readonly string[]) => boolean,
): Promise<vscode.CodeLens[]> {
  let lenses: vscode.CodeLens[] = [];
  await until('the lenses are as expected', async () => {
    const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 100);
    lenses = all.filter(({ command }) => /^(?:Pod Security|Preview)/.test(command?.title ?? ''));
    return isExpected(lenses.map(({ command }) => command?.title ?? ''));
  });
  return lenses;
}
