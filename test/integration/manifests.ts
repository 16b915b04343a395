import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { readUntil, until } from '../waiting';

/** Opens a text as a YAML document of its own that was never saved. */
export async function openUntitled(text: string, language = 'yaml'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content: text });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Has the tests of a suite judged by the baseline alone, so that they show no more than what they are about. */
export function judgedByTheBaseline(): void {
  const choose = (profile: string | undefined) =>
    vscode.workspace.getConfiguration('seaworthy').update('profile', profile, vscode.ConfigurationTarget.Global);
  before(() => choose('baseline'));
  after(() => choose(undefined));
}

/** The rules of the findings that VS Code shows in a document, in the order of the text. */
function shownRules(document: vscode.TextDocument): string[] {
  return shownFindings(document).map(({ code }) => (typeof code === 'object' ? String(code.value) : String(code)));
}

/** Seaworthy's diagnostics as VS Code shows them in a document, in the order of the text. */
export function shownFindings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'Seaworthy')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** Waits until VS Code shows just these rules in a document. */
export async function waitForRules(document: vscode.TextDocument, expected: readonly string[]): Promise<void> {
  const shown = await readUntil(
    () => shownRules(document),
    (rules) => rules.join() === expected.join(),
  );
  assert.deepEqual(shown, expected);
}

/** The quick-fixes that VS Code offers in a range, waited for: it may still be busy with the last change. */
export function quickFixesAt({ uri }: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  return readUntil(
    () => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind),
    ({ length }) => length > 0,
  );
}

/** Applies a code action as choosing it from the light bulb does. */
export async function applyAction(action: vscode.CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'there is an action with an edit');
  assert.ok(await vscode.workspace.applyEdit(action.edit), 'VS Code takes the edit');
}

/** Writes files into a folder of their own, runs the test, and takes them away again. */
export async function withFiles(
  files: Readonly<Record<string, string>>,
  run: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'seaworthy-integration-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
    await run(folder);
  } finally {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  }
}

/** Picks a row of each list that a command shows, the one that is proposed, the second or none, until the command has ended. */
export async function whileAsked(running: Thenable<unknown>, row: 'proposed' | 'second' | 'none'): Promise<void> {
  let hasEnded = false;
  void running.then(() => {
    hasEnded = true;
  });
  let looks = 0;
  await until('the command has ended', async () => {
    looks++;
    if (row === 'second') {
      await vscode.commands.executeCommand('quickInput.first');
      await vscode.commands.executeCommand('quickInput.next');
    }
    // Nothing tells that a list has come: its row is chosen now and then, so that it has the focus long before.
    if (looks % 10 > 0) return hasEnded;
    const press = row === 'none' ? 'workbench.action.closeQuickOpen' : 'workbench.action.acceptSelectedQuickOpenItem';
    await vscode.commands.executeCommand(press);
    return hasEnded;
  });
  await running;
}
