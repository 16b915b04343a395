import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DocumentHighlightRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  InlayHintRefreshRequest,
  InlayHintRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { type Editor, endServers, modernCapabilities, startEditor } from './client';

const template = `{{- if .Values.enabled }}
kind: Pod
metadata:
  name: {{ .Values.name }}
{{- end }}
`;
const chart = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': 'enabled: true\nname: web\n',
  'templates/pod.yaml': template,
  'templates/NOTES.txt': 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release.Name }}\nspec:\n  hostPID: true\n',
};

describe('A template of a chart over the protocol', () => {
  let folder: string;
  let editor: Editor;
  let settings: Record<string, unknown>;
  let refreshed: () => void = () => undefined;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();
  const textDocument = () => ({ uri: uriOf('templates/pod.yaml') });

  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'seaworthy-chart-')), 'shop');
    for (const [name, text] of Object.entries(chart)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    settings = { inlayValues: true };
    editor = await startEditor({
      folder,
      settings: () => settings,
      capabilities: {
        ...modernCapabilities,
        workspace: { ...modernCapabilities.workspace, inlayHint: { refreshSupport: true } },
      },
      prepare: (connection) =>
        connection.onRequest(InlayHintRefreshRequest.type, () => {
          refreshed();
        }),
    });
    await editor.open(uriOf('templates/pod.yaml'), template, 'helm');
  });
  afterEach(async () => {
    await endServers();
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  it('has an outline, folding, colours and matching ends', async () => {
    const { connection, initialized } = editor;
    const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument: textDocument() });
    assert.deepEqual(
      symbols?.map(({ name }) => name),
      ['if .Values.enabled'],
    );
    const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument: textDocument() });
    assert.deepEqual(
      folds?.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [2, 3],
      ],
    );
    const colours = await connection.sendRequest(SemanticTokensRequest.type, { textDocument: textDocument() });
    assert.deepEqual(colours?.data.slice(0, 10), [0, 0, 3, 7, 0, 0, 4, 2, 3, 0]);
    assert.ok(initialized.capabilities.semanticTokensProvider);
    const highlights = await connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument: textDocument(),
      position: { line: 4, character: 5 },
    });
    assert.deepEqual(
      highlights?.map(({ range }) => range.start),
      [
        { line: 0, character: 4 },
        { line: 4, character: 4 },
      ],
    );
  });

  it('leaves files that are no templates to others', async () => {
    const { connection } = editor;
    const document = { textDocument: { uri: uriOf('values.yaml') } };
    await editor.open(document.textDocument.uri, chart['values.yaml']);
    assert.equal(await connection.sendRequest(DocumentSymbolRequest.type, document), null);
    assert.equal(await connection.sendRequest(FoldingRangeRequest.type, document), null);
    assert.equal(await connection.sendRequest(SemanticTokensRequest.type, document), null);
    const elsewhere = { textDocument: { uri: pathToFileURL(path.join(folder, '../templates/task.yaml')).toString() } };
    await editor.open(elsewhere.textDocument.uri, 'a: {{ b }}\n');
    assert.equal(await connection.sendRequest(SemanticTokensRequest.type, elsewhere), null);
  });

  const values = async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await editor.connection.sendRequest(InlayHintRequest.type, { textDocument: textDocument(), range });
    return hints?.map(({ label, position: { line } }) => `${line} ${String(label)}`);
  };

  it('shows the values that its actions write, where the settings ask for it, and has them asked for again', async () => {
    assert.deepEqual(await values(), ['3 = web']);
    const again = new Promise<void>((resolve) => {
      refreshed = resolve;
    });
    await editor.open(uriOf('values.yaml'), 'enabled: true\nname: api\n');
    await again;
    assert.deepEqual(await values(), ['3 = api']);
  });

  it('shows no values unless the settings ask for them', async () => {
    settings = {};
    assert.equal(await values(), undefined);
  });

  it('is no manifest where it is what helm tells the user', async () => {
    await editor.open(uriOf('templates/NOTES.txt'), chart['templates/NOTES.txt'], 'plaintext');
    assert.deepEqual(await editor.pull(uriOf('templates/NOTES.txt')), []);
  });
});
