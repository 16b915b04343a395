import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readUntil, until } from '../waiting';
import { judgedByTheBaseline, shownFindings } from './manifests';

const template = `apiVersion: v1
kind: Pod
metadata:
  name: {{ include "shop.name" . }}
spec:
  containers:
    - name: web
      image: "{{ .Values.image.name }}:{{ .Values.image.tag | default .Chart.AppVersion }}"
`;

describe('Editing a chart in VS Code', () => {
  judgedByTheBaseline();
  let folder: vscode.Uri;
  const write = (name: string, text: string) =>
    vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), Buffer.from(text));
  const open = async (name: string) => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, name));
    await vscode.window.showTextDocument(document);
    return document;
  };
  before(async () => {
    const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(workspace);
    folder = vscode.Uri.joinPath(workspace, 'typed-chart');
    await write('Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\nappVersion: "2.0"\n');
    await write('values.yaml', 'image:\n  name: shop\n  tag: v1\n  old: x\n');
    await write('templates/pod.yaml', template);
    await write('templates/_helpers.tpl', '{{- define "shop.name" -}}\n{{ .Release.Name }}\n{{- end }}\n');
  });
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('goes from a value to the key that says it, and from an include to its definition', async () => {
    const document = await open('templates/pod.yaml');
    assert.deepEqual(await definition(document, 'image.tag', 7), ['values.yaml:3']);
    assert.deepEqual(await definition(document, 'shop.name', 2), ['_helpers.tpl:1']);
  });

  it('says what a value is, and what a function of a helper does', async () => {
    assert.match(await hovered(await open('templates/pod.yaml'), 'image.name', 7), /`shop`.*values\.yaml:2/);
    // Whatever language other extensions take it for.
    const helpers = await open('templates/_helpers.tpl');
    await vscode.languages.setTextDocumentLanguage(helpers, 'plaintext');
    assert.match(await hovered(helpers, 'Release.Name', 9), /name of the release/);
  });

  it('offers the keys of values as they are typed', async () => {
    const document = await open('templates/pod.yaml');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const end = document.lineAt(document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    for (const text of '# {{ .Values.image') await vscode.commands.executeCommand('type', { text });
    await vscode.commands.executeCommand('type', { text: '.' });
    const labels = await readUntil(
      async () => {
        const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          editor.selection.active,
          '.',
        );
        return items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      },
      (found) => found.includes('tag'),
    );
    assert.deepEqual(
      labels.filter((label) => ['name', 'tag', 'old'].includes(label)),
      ['name', 'old', 'tag'],
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('fades a value that no template reads', async () => {
    const document = await open('values.yaml');
    await until('the value is faded', () =>
      shownFindings(document).some(({ message }) => /reads image\.old/.test(message)),
    );
    const [hint] = shownFindings(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Hint);
    assert.deepEqual(hint?.tags, [vscode.DiagnosticTag.Unnecessary]);
  });
});

function placeOf(document: vscode.TextDocument, word: string, inside: number): vscode.Position {
  return document.positionAt(document.getText().indexOf(word) + inside);
}

async function definition(document: vscode.TextDocument, word: string, inside: number): Promise<string[]> {
  const found = await readUntil(
    () =>
      vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, word, inside),
      ),
    ({ length }) => length > 0,
  );
  return found.map((place) => {
    const [uri, range] =
      place instanceof vscode.Location ? [place.uri, place.range] : [place.targetUri, place.targetRange];
    return `${uri.path.split('/').at(-1)}:${range.start.line + 1}`;
  });
}

async function hovered(document: vscode.TextDocument, word: string, inside: number): Promise<string> {
  const found = await readUntil(
    () =>
      vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        placeOf(document, word, inside),
      ),
    ({ length }) => length > 0,
  );
  return found
    .flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)))
    .join('\n');
}
