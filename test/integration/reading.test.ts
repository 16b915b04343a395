import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, until } from '../waiting';
import { openUntitled } from './manifests';

const pod = (lines: string, container = '') => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
${lines}  containers:
    - name: web
      image: registry.example.com/web:1.4.2
${container}`;

describe('Reading and completing in VS Code', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('offers capabilities as soon as a list is opened, and inserts the one that is chosen', async () => {
    const document = await openUntitled(pod('', '      securityContext:\n        capabilities:\n          drop: '));
    await typed(document, '[');
    await chosen(document, /drop: \[ALL\]$/);
  });

  it('offers them behind a dash, inside of quotes and for half a word, each with what it permits', async () => {
    for (const [written, expected] of [
      ['- ', '- SYS_TIME'],
      ['- "SYS_"', '- "SYS_TIME"'],
      ['- sys_t', '- SYS_TIME'],
    ] as const) {
      const text = pod('', `      securityContext:\n        capabilities:\n          add:\n            ${written}`);
      const document = await openUntitled(text);
      const item = await offered(document, text.length - (written.endsWith('"') ? 1 : 0), 'SYS_TIME');
      assert.match(item.documentation instanceof vscode.MarkdownString ? item.documentation.value : '', /clock/);
      assert.ok(typeof item.label === 'object' && item.label.description === 'Not at baseline');
      await inserted(document, item);
      assert.ok(document.getText().trimEnd().endsWith(expected), document.getText());
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    }
  });

  it('finds profiles in the workspace, and explains the system calls in them', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const node = vscode.Uri.joinPath(folder, 'node');
    const written =
      '{"defaultAction": "SCMP_ACT_ERRNO", "syscalls": [{"names": ["mount"], "action": "SCMP_ACT_ALLOW"}]}';
    try {
      const profile = vscode.Uri.joinPath(node, 'seccomp', 'profiles', 'web.json');
      await vscode.workspace.fs.writeFile(profile, Buffer.from(written));
      const text = pod('  securityContext:\n    seccompProfile: {type: Localhost, localhostProfile: }\n');
      const item = await offered(await openUntitled(text), text.indexOf('Profile: }') + 9, 'profiles/web.json');
      assert.equal(item.kind, vscode.CompletionItemKind.File);
      const document = await vscode.workspace.openTextDocument(profile);
      await vscode.window.showTextDocument(document);
      assert.match(await hovered(document, written.indexOf('mount') + 1), /Mounts a file system/);
    } finally {
      await vscode.workspace.fs.delete(node, { recursive: true });
    }
  });

  it('offers the rules that are broken first in a silence', async () => {
    const text = pod('  hostNetwork: true # seaworthy-ignore \n');
    const document = await openUntitled(text);
    const item = await offered(document, text.indexOf('ignore ') + 7, 'host-network');
    assert.ok(item.sortText?.startsWith('0'));
  });

  it('goes on from a label of Pod Security to its level', async () => {
    const document = await openUntitled('apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels:\n    ');
    await typed(document, 'pod-s');
    await chosen(document, /enforce: $/);
    await chosen(document, /enforce: restricted$/);
  });

  it('explains a field and a finding, and what is in force', async () => {
    const text = pod(
      '  securityContext:\n    runAsNonRoot: true\n  hostNetwork: true\n',
      '      securityContext:\n        runAsUser: 10001\n',
    );
    const document = await openUntitled(text);
    assert.match(await hovered(document, text.indexOf('hostNetwork: ') + 14), /node's network[\s\S]*host-network/);
    const link = /\]\(command:seaworthy\.explain\?%5B%22host-network%22%5D\)/;
    assert.match(await hovered(document, text.indexOf('hostNetwork: ') + 14), link);
    assert.match(await hovered(document, text.lastIndexOf('securityContext')), /`runAsNonRoot: true` from the pod/);
  });

  it('goes to the ServiceAccount that a pod names', async () => {
    const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: web\n';
    const text = `${pod('  serviceAccountName: web\n')}---\n${account}`;
    const document = await openUntitled(text);
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const name = document.positionAt(text.indexOf('serviceAccountName: ') + 21);
    await until('the cursor is at the ServiceAccount', async () => {
      editor.selection = new vscode.Selection(name, name);
      await vscode.commands.executeCommand('editor.action.revealDefinition');
      return editor.selection.active.line > name.line;
    });
    assert.equal(document.lineAt(editor.selection.active.line).text, '  name: web');
    assert.equal(editor.selection.active.line, document.lineCount - 2);
  });
});

/** Types at the end of a document, as a user does. */
async function typed(document: vscode.TextDocument, text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor && editor.document === document);
  const end = document.lineAt(document.lineCount - 1).range.end;
  editor.selection = new vscode.Selection(end, end);
  for (const character of text) await vscode.commands.executeCommand('type', { text: character });
}

/** Accepts the first suggestion that VS Code shows by itself, or once it is asked: it may be busy. */
async function chosen(document: vscode.TextDocument, wanted: RegExp): Promise<void> {
  await eventually(
    async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return document.getText();
    },
    (text) => wanted.test(text),
  );
}

/** The completion of a name at an offset, waited for. */
async function offered(document: vscode.TextDocument, offset: number, name: string): Promise<vscode.CompletionItem> {
  let found: vscode.CompletionItem | undefined;
  await until(`${name} is offered`, async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      document.positionAt(offset),
    );
    found = list.items.find(({ label }) => (typeof label === 'string' ? label : label.label) === name);
    return found !== undefined;
  });
  assert.ok(found, name);
  return found;
}

/** Makes the edit of a completion. */
async function inserted(document: vscode.TextDocument, item: vscode.CompletionItem): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const { range, insertText } = item;
  assert.ok(editor && editor.document === document && typeof insertText === 'string');
  const replaced = range instanceof vscode.Range ? range : range?.replacing;
  assert.ok(replaced);
  assert.ok(await editor.edit((edit) => edit.replace(replaced, insertText)));
}

/** All that hover says at an offset, waited for. */
async function hovered(document: vscode.TextDocument, offset: number): Promise<string> {
  let shown = '';
  await until('hover says something', async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(offset),
    );
    shown = hovers
      .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
      .join('\n');
    return shown !== '';
  });
  return shown;
}
