import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../waiting';
import { type ChartFolder, chartFolder } from './chartFolder';

const chart = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': 'enabled: true\nname: web\n',
  'templates/pod.yaml': `{{- if .Values.enabled }}
kind: Pod
metadata:
  name: {{ .Values.name }}
  labels:
    app: web
{{- end }}
`,
  'templates/_helpers.tpl': '{{- define "shop.name" -}}\nweb\n{{- end }}\n',
  'templates/NOTES.txt': 'Thank you for {{ .Chart.Name }}\n',
};

describe('A template of a chart in VS Code', () => {
  let folder: ChartFolder;

  beforeEach(async () => {
    folder = await chartFolder(chart);
  });
  afterEach(() => folder.remove());

  async function shown(name: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(folder.uriOf(name));
    await vscode.window.showTextDocument(document);
    return document;
  }

  const symbolsIn = (document: vscode.TextDocument) =>
    eventually(
      () =>
        vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        ),
      (symbols) => (symbols?.length ?? 0) > 0,
    );
  const colouredIn = (document: vscode.TextDocument) =>
    eventually(
      () =>
        vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
          'vscode.provideDocumentSemanticTokens',
          document.uri,
        ),
      (tokens) => (tokens?.data.length ?? 0) > 0,
    );

  it('has an outline, colours, and folds blocks beside what indentation folds', async () => {
    const document = await shown('templates/pod.yaml');
    const names = (symbols: readonly vscode.DocumentSymbol[] | undefined): string[] =>
      (symbols ?? []).flatMap(({ name, children }) => [name, ...names(children)]);
    assert.deepEqual(names(await symbolsIn(document)), ['if .Values.enabled', 'Pod {{ .Values.name }}']);
    assert.deepEqual([...((await colouredIn(document))?.data ?? [])].slice(0, 5), [0, 0, 3, 7, 0]);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [
        [0, 5],
        [2, 5],
        [4, 5],
      ],
    );
  });

  it('has them in files of named templates and in notes, whatever their language', async () => {
    assert.deepEqual(
      (await symbolsIn(await shown('templates/_helpers.tpl')))?.map(({ name }) => name),
      ['shop.name'],
    );
    const notes = await shown('templates/NOTES.txt');
    assert.equal(notes.languageId, 'plaintext');
    assert.ok(await colouredIn(notes));
  });

  it('leaves the folding of other files to their indentation', async () => {
    const document = await shown('values.yaml');
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[] | undefined>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    assert.deepEqual(folds ?? [], []);
  });

  it('shows the values of its actions where the setting asks for them', async () => {
    const document = await shown('templates/pod.yaml');
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
    assert.deepEqual(await hints(), []);
    const settings = vscode.workspace.getConfiguration('seaworthy');
    try {
      await settings.update('inlayValues', true, vscode.ConfigurationTarget.Global);
      const [hint] = await eventually(hints, ({ length }) => length > 0);
      assert.equal(hint?.label, '= web');
    } finally {
      await settings.update('inlayValues', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
