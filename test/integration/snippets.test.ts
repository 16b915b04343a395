import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { readSnippets, type Snippet, snippetFiles } from '../../server/features/snippets/snippet';
import { addedFindings, findingsAtDefault, rulesOf } from '../snippets/addedFindings';
import { expectedFindings } from '../snippets/expectedFindings';
import { cursorMark, surroundingsOf } from '../snippets/surroundings';
import { eventually, readUntil } from '../waiting';
import { openUntitled, waitForRules, withFiles } from './manifests';

/** A finding that is always there, and says nothing of pods: when VS Code shows it, it shows everything else too. */
const sentinel = '\n---\napiVersion: policy/v1beta1\nkind: PodSecurityPolicy\nmetadata:\n  name: sentinel\n';

describe('Snippets in VS Code', () => {
  const folder = path.join(vscode.extensions.getExtension('seaworthy.seaworthy')?.extensionPath ?? '', 'snippets');
  const snippets = snippetFiles.flatMap(({ name, language }) =>
    readSnippets(name, language, readFileSync(path.join(folder, `${name}.code-snippets`), 'utf8')),
  );
  const named = (id: string) => {
    const found = snippets.find((snippet) => snippet.id === id);
    assert.ok(found, id);
    return found;
  };

  /** Words of the text are looked for in VS Code's page, which takes longer than all the rest. */
  const suggestWords = (value: 'off' | undefined) =>
    vscode.workspace
      .getConfiguration('editor')
      .update('wordBasedSuggestions', value, vscode.ConfigurationTarget.Global);

  before(() => suggestWords('off'));
  after(() => suggestWords(undefined));
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  for (const indent of [2, 4]) {
    it(`are all offered where they fit and leave nothing to mend at ${indent} spaces`, async function () {
      this.timeout(600_000);
      const document = await openUntitled('');
      const faults: string[] = [];
      for (const snippet of snippets.filter(({ language }) => language === 'yaml')) {
        const marked = surroundingsOf(snippet, { indent, listIndent: indent });
        const isFalco = snippet.fits.startsWith('falco');
        if (snippet.fits === 'falco configuration') continue;
        const text = isFalco ? marked : marked + sentinel;
        const before = text.replace(cursorMark, '');
        await replaceText(document, before);
        await insertFromCompletion(document, text.indexOf(cursorMark), snippet, indent);
        const after = document.getText();
        if (!isFalco)
          await waitForRules(
            document,
            findingsAtDefault(after).map((finding) => finding.split(':')[0] ?? ''),
          );
        const added = addedFindings(before, after);
        const expected = expectedFindings[snippet.id]?.rules ?? [];
        if (rulesOf(added).join() !== [...expected].sort().join())
          faults.push(`${snippet.id}: ${added.join('\n')}\n${after}`);
      }
      assert.equal(faults.join('\n'), '');
    });
  }

  it('belong to falco.yaml by its name', async () => {
    await withFiles({ 'falco.yaml': '' }, async (workspace) => {
      const document = await vscode.workspace.openTextDocument(path.join(workspace, 'falco.yaml'));
      await vscode.window.showTextDocument(document);
      await insertFromCompletion(document, 0, named('falco/falco-outputs'), 2);
      assert.match(document.getText(), /^http_output:\n {2}enabled: true\n {2}url: https:/m);
      await document.save();
    });
  });

  it('are typed, chosen and filled in like any other completion', async () => {
    const document = await openUntitled('apiVersion: v1\nkind: Pod\nspec:\n    containers:\n    - name: web\n      ');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = document.lineAt(5).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('type', { text: 'requests' });
    await suggestionAccepted(document, /resources:/);
    // The first tab stop is selected: typing replaces it, everywhere it stands.
    await vscode.commands.executeCommand('type', { text: '50m' });
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    await vscode.commands.executeCommand('type', { text: '64Mi' });
    assert.equal(
      document.getText(),
      `apiVersion: v1
kind: Pod
spec:
    containers:
    - name: web
      resources:
          requests:
              cpu: 50m
              memory: 64Mi
          limits:
              memory: 64Mi`,
    );
  });

  it('stay out of files that are no manifests', async () => {
    for (const text of ['services:\n  web:\n    ', 'on: push\njobs:\n  test:\n    ', 'image:\n  tag: 1\n']) {
      const document = await openUntitled(text);
      const offered = await completionsAt(document, document.positionAt(text.length));
      const labels = offered.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet).map(labelOf);
      assert.deepEqual(
        labels.filter((label) => snippets.some(({ prefixes }) => prefixes.includes(label))),
        [],
      );
    }
  });

  it('go to their place by command, which adds only what is missing', async () => {
    const document = await openUntitled('');
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.0
      securityContext:
        runAsUser: 10001`;
    await replaceText(document, pod);
    await vscode.commands.executeCommand('seaworthy.insertSnippet', 'container/security-context');
    await vscode.commands.executeCommand('seaworthy.insertSnippet', 'pod/automount');
    await vscode.commands.executeCommand('seaworthy.insertSnippet', 'tenancy/netpol');
    assert.equal(
      document.getText(),
      `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  automountServiceAccountToken: false
  containers:
    - name: web
      image: registry.example.com/web:1.0
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        runAsNonRoot: true
        runAsUser: 10001
        capabilities:
          drop:
            - ALL
        seccompProfile:
          type: RuntimeDefault
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny
  namespace: shop
spec:
  podSelector: {}
  policyTypes:
    - Ingress
    - Egress
`,
    );
  });

  it('become files of their own language where the editor shows another', async () => {
    await openUntitled('apiVersion: v1\nkind: Pod\n');
    await vscode.commands.executeCommand('seaworthy.insertSnippet', 'apparmor/apparmor-profile');
    const profile = vscode.window.activeTextEditor?.document;
    assert.equal(profile?.languageId, 'apparmor');
    assert.match(profile.getText(), /^profile k8s-deny-write flags=\(attach_disconnected, mediate_deleted\) \{$/m);
    await vscode.commands.executeCommand('seaworthy.insertSnippet', 'seccomp/seccomp-audit');
    const seccomp = vscode.window.activeTextEditor?.document;
    assert.equal(seccomp?.languageId, 'json');
    assert.deepEqual(JSON.parse(seccomp.getText()), { defaultAction: 'SCMP_ACT_LOG' });
  });

  it('of other languages are offered by VS Code itself', async () => {
    const profile = await openUntitled('', 'apparmor');
    const offered = (await completionsAt(profile, new vscode.Position(0, 0))).map(labelOf);
    assert.ok(offered.includes('apparmor-profile') && offered.includes('deny-folder'), offered.join());
    const json = await openUntitled('', 'json');
    assert.ok((await completionsAt(json, new vscode.Position(0, 0))).map(labelOf).includes('seccomp-allow'));
  });
});

async function completionsAt(document: vscode.TextDocument, position: vscode.Position) {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && editor.document === document);
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  assert.ok(await editor.edit((edit) => edit.replace(all, text)));
  assert.equal(document.getText(), text);
}

/** Inserts a snippet as choosing it from the list of completions does. */
async function insertFromCompletion(document: vscode.TextDocument, offset: number, snippet: Snippet, indent: number) {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && editor.document === document);
  editor.options = { tabSize: indent, insertSpaces: true };
  const position = document.positionAt(offset);
  const item = await offeredItem(document, position, snippet);
  assert.ok(item?.insertText instanceof vscode.SnippetString, `${snippet.id} is offered`);
  const options = { undoStopBefore: true, undoStopAfter: true, keepWhitespace: true };
  assert.ok(await editor.insertSnippet(item.insertText, position, options));
  // While a choice is open, VS Code asks nobody else for completions.
  await vscode.commands.executeCommand('leaveSnippet');
}

/** The completion for a snippet, waited for: VS Code may still be busy with the document before. */
async function offeredItem(document: vscode.TextDocument, position: vscode.Position, snippet: Snippet) {
  return readUntil(
    async () => {
      const offered = await completionsAt(document, position);
      return offered.find(
        (candidate) =>
          candidate.kind === vscode.CompletionItemKind.Snippet && labelOf(candidate) === snippet.prefixes[0],
      );
    },
    (item) => item !== undefined,
  );
}

/** Accepts the suggestion at hand as soon as VS Code shows it. */
async function suggestionAccepted(document: vscode.TextDocument, wanted: RegExp): Promise<void> {
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await eventually(
    async () => {
      if (!wanted.test(document.getText())) await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText();
    },
    (text) => wanted.test(text),
  );
}
