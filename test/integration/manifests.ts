import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

/** How long VS Code may take to show what a test waits for. */
const patience = 15_000;

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
  const isShown = () => JSON.stringify(shownRules(document)) === JSON.stringify(expected);
  if (isShown()) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timeout);
      listener.dispose();
      resolve();
    };
    const timeout = setTimeout(done, patience);
    const listener = vscode.languages.onDidChangeDiagnostics(() => {
      if (isShown()) done();
    });
  });
  assert.deepEqual(shownRules(document), expected);
}

/** The quick-fixes that VS Code offers in a range, waited for: it may still be busy with the last change. */
export async function quickFixesAt(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const giveUp = Date.now() + patience;
  for (;;) {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      vscode.CodeActionKind.QuickFix.value,
    );
    if (actions.length > 0 || Date.now() > giveUp) return actions;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
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

/** Picks a row of each list that a command shows, or none, until the command has ended. */
export async function whileAsked(running: Thenable<unknown>, row: 'first' | 'second' | 'none'): Promise<void> {
  let hasEnded = false;
  void running.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    if (row === 'second') await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    const press = row === 'none' ? 'workbench.action.closeQuickOpen' : 'workbench.action.acceptSelectedQuickOpenItem';
    await vscode.commands.executeCommand(press);
  }
  await running;
}
