import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../waiting';
import { shownFindings } from './manifests';

interface Step {
  readonly id: string;
  readonly description: string;
  readonly completionEvents: readonly string[];
}

const packageJSON: { contributes: { walkthroughs: { id: string; steps: Step[] }[] } } | undefined =
  vscode.extensions.getExtension('seaworthy.seaworthy')?.packageJSON;
const steps = packageJSON?.contributes.walkthroughs.flatMap(({ steps: all }) => all) ?? [];

describe('Get started with Seaworthy', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('names commands that are there, and is ticked off by such alone', async () => {
    assert.ok(steps.length > 0);
    const known = new Set(await vscode.commands.getCommands(true));
    for (const { id, description, completionEvents } of steps) {
      const linked = [...description.matchAll(/\(command:([\w.]+)/g)].map(([, command = '']) => command);
      const awaited = completionEvents.flatMap((event) => /^onCommand:(.*)$/.exec(event)?.[1] ?? []);
      for (const command of [...linked, ...awaited]) assert.ok(known.has(command), `${id} names ${command}`);
    }
  });

  it('opens a sample with findings of every severity that matters, and only once', async () => {
    const editor = await vscode.commands.executeCommand<vscode.TextEditor | undefined>('seaworthy.openSample');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document?.isUntitled && (editor === undefined || editor.document === document));
    await until('the sample has findings', () => shownFindings(document).length > 0);
    const severities = new Set(shownFindings(document).map(({ severity }) => severity));
    assert.ok(severities.has(vscode.DiagnosticSeverity.Error) && severities.has(vscode.DiagnosticSeverity.Warning));
    await vscode.commands.executeCommand('seaworthy.openSample');
    assert.equal(vscode.workspace.textDocuments.filter((other) => other.getText() === document.getText()).length, 1);
  });

  it('leads to the fixes of the worst finding', async () => {
    await vscode.commands.executeCommand('seaworthy.mendSample');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const worst = shownFindings(editor.document).find(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
    assert.deepEqual(editor.selection.active, worst?.range.start);
  });
});
