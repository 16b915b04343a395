import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { readUntil, until } from '../waiting';
import { openUntitled, shownFindings, whileAsked } from './manifests';

const mostEntries = 12;
const places = 50;

/** Manifests with much to find in them: those that tests work with, and other projects' where they are at hand. */
function manifests(): string[] {
  // The tests are bundled in the checkout, wherever the extension is installed.
  const project = path.resolve(__dirname, '../../..');
  const folders = ['samples', 'test/fixtures/together', '../shared/corpus'].map((folder) => path.join(project, folder));
  return folders
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file)),
    )
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .filter(
      (text) => text.length < 20_000 && /^kind: (?:Deployment|Pod|DaemonSet|StatefulSet|Service|Ingress)$/m.test(text),
    );
}

/** Everything that Ctrl+. offers at a place, Seaworthy's alone. */
async function menuAt({ uri }: vscode.TextDocument, { start }: vscode.Range): Promise<vscode.CodeAction[]> {
  const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    new vscode.Range(start, start),
  );
  return all.filter(({ kind }) => kind && /^(?:quickfix|refactor\.rewrite\.seaworthy)/.test(kind.value));
}

function findingsOf(document: vscode.TextDocument): Promise<vscode.Diagnostic[]> {
  return readUntil(
    () => shownFindings(document),
    ({ length }) => length > 0,
  );
}

describe('The light bulb in VS Code', function () {
  this.timeout(240_000);

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it(`lists at most ${mostEntries} entries at ${places} places, of which the first one mends if anything does`, async () => {
    let seen = 0;
    let longest = 0;
    let mending = 0;
    for (const text of manifests()) {
      if (seen >= places) break;
      const document = await openUntitled(text);
      const found = await findingsOf(document);
      const starts = new Map(found.map((finding) => [JSON.stringify(finding.range.start), finding]));
      for (const { range } of [...starts.values()].slice(0, 5)) {
        const menu = await menuAt(document, range);
        const titles = menu.map(({ title }) => title).join('\n');
        seen++;
        longest = Math.max(longest, menu.length);
        assert.ok(menu.length > 0 && menu.length <= mostEntries, titles);
        const first = menu.findIndex(({ edit, kind }) => edit && kind?.value === 'quickfix');
        assert.ok(first <= 0, titles);
        if (first === 0) mending++;
        for (const word of ['Ignore', 'Configure rule', 'Explain']) {
          assert.ok(menu.filter(({ title }) => title.startsWith(word)).length <= 1, titles);
        }
      }
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
    console.log(`${seen} places, ${mending} of them mended first, ${longest} entries at most`);
    assert.ok(seen >= 20 && mending > seen / 2);
  });

  it('asks which of several findings is to be ignored, and how', async () => {
    const text =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: a/b:1\n';
    const document = await openUntitled(text);
    const found = await findingsOf(document);
    const range = found.find(({ code }) => typeof code === 'object' && code.value === 'memory-request')?.range;
    assert.ok(range);
    const ignore = (await menuAt(document, range)).find(({ title }) => title.startsWith('Ignore…'));
    assert.ok(ignore?.command);
    const { command, arguments: args = [] } = ignore.command;
    await whileAsked(vscode.commands.executeCommand(command, ...args), 'proposed');
    assert.match(document.getText(), /- name: web # seaworthy-ignore [\w-]+ -- say why\n/);
  });

  it('is a command for the whole file, which says so where nothing is safe', async () => {
    const text = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  hostNetwork: true\n  containers: []\n';
    const document = await openUntitled(text);
    await findingsOf(document);
    const fixing = vscode.commands.executeCommand('seaworthy.fixFile');
    // Its message offers to harden the file instead, which asks for the level.
    await until('the file is hardened', async () => {
      await vscode.commands.executeCommand('notification.acceptPrimaryAction');
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText() !== text;
    });
    assert.doesNotMatch(document.getText(), /hostNetwork/);
    await vscode.commands.executeCommand('notifications.clearAll');
    await fixing;
  });
});
