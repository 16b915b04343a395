import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import { eventually, until } from '../waiting';
import { type ChartFolder, chartFolder } from './chartFolder';
import { whileAsked } from './manifests';

const template = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: {{ .Values.replicas }}
  template:
    spec:
      containers:
        - name: web
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
`;
const chart = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': 'replicas: 2\nsecurityContext:\n  runAsNonRoot: true\n',
  'values-big.yaml': 'replicas: 9\n',
  'templates/deployment.yaml': template,
};

describe('What a chart renders, beside its files', () => {
  let folder: ChartFolder;
  const uriOf = (name: string) => folder.uriOf(name);
  const editorOf = (scheme: string, name: string) =>
    vscode.window.visibleTextEditors.find(({ document: { uri } }) => uri.scheme === scheme && uri.path.endsWith(name));
  const previewEditor = () => editorOf('seaworthy-rendered', 'Rendered deployment.yaml');

  beforeEach(async () => {
    folder = await chartFolder(chart);
  });
  afterEach(() => folder.remove());

  /** Opens a template with what it renders beside it. */
  async function opened(): Promise<{ source: vscode.TextEditor; preview: vscode.TextEditor }> {
    const document = await vscode.workspace.openTextDocument(uriOf('templates/deployment.yaml'));
    const source = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
    await vscode.commands.executeCommand('seaworthy.showRendered');
    const preview = await eventually(
      previewEditor,
      (editor) => editor?.document.getText().includes('replicas: 2') === true,
    );
    assert.ok(preview);
    return { source, preview };
  }

  function lineWith(editor: vscode.TextEditor, text: string): number {
    return editor.document
      .getText()
      .split('\n')
      .findIndex((line) => line.includes(text));
  }

  it('is YAML that says what it is, read-only, and leaves the cursor in the template', async () => {
    const { source, preview } = await opened();
    assert.equal(preview.document.languageId, 'yaml');
    assert.equal(preview.document.lineAt(0).text, '# templates/deployment.yaml, rendered with values.yaml');
    assert.equal(vscode.window.activeTextEditor?.document, source.document);
    assert.equal(preview.viewColumn, vscode.ViewColumn.Two);
  });

  it('is rendered again as one types, in the template and in the values', async () => {
    const { source, preview } = await opened();
    await source.edit((edit) => edit.insert(new vscode.Position(4, 0), '  labels: { a: b }\n'));
    await until('the label is rendered', () => preview.document.getText().includes('labels: { a: b }'));
    const values = await vscode.workspace.openTextDocument(uriOf('values.yaml'));
    const edit = new vscode.WorkspaceEdit();
    edit.replace(values.uri, new vscode.Range(0, 10, 0, 11), '7');
    await vscode.workspace.applyEdit(edit);
    await until('the number is rendered', () => preview.document.getText().includes('replicas: 7'));
  });

  it('is rendered again when a file changes on disk', async () => {
    const { preview } = await opened();
    await writeFile(uriOf('values.yaml').fsPath, chart['values.yaml'].replace('2', '3'));
    await until('the number is rendered', () => preview.document.getText().includes('replicas: 3'));
  });

  it('keeps the last text while the chart can’t be rendered, and says why', async () => {
    const { source, preview } = await opened();
    await source.edit((edit) => edit.insert(new vscode.Position(4, 0), '{{ fail "no ship" }}\n'));
    await until('the reason is shown', () => /^# Can’t be rendered .*no ship/.test(preview.document.lineAt(0).text));
    assert.match(preview.document.getText(), /replicas: 2/);
    const [reason] = vscode.languages.getDiagnostics(preview.document.uri);
    assert.match(reason?.message ?? '', /no ship/);
    assert.equal(reason?.relatedInformation?.[0]?.location.range.start.line, 4);
    await vscode.commands.executeCommand('undo');
    await until('it is rendered again', () => preview.document.lineAt(0).text.includes('rendered with values.yaml'));
  });

  it('follows the cursor from the template, and leads it there', async () => {
    const { source, preview } = await opened();
    source.selection = new vscode.Selection(5, 6, 5, 6);
    await until('the preview follows', () => preview.selection.active.line === lineWith(preview, 'replicas: 2'));
    const shown = await vscode.window.showTextDocument(preview.document, preview.viewColumn);
    const line = lineWith(shown, 'runAsNonRoot');
    shown.selection = new vscode.Selection(line, 28, line, 28);
    await until('the template follows', () => editorOf('file', 'deployment.yaml')?.selection.active.line === 11);
  });

  it('follows the cursor in the values, also at a key above what is rendered', async () => {
    const { preview } = await opened();
    const values = await vscode.window.showTextDocument(uriOf('values.yaml'), { viewColumn: vscode.ViewColumn.One });
    values.selection = new vscode.Selection(1, 3, 1, 3);
    await until('the preview follows', () => preview.selection.active.line === lineWith(preview, 'runAsNonRoot'));
  });

  it('scrolls with the template, and the template with it', async () => {
    const long = Array.from({ length: 200 }, (_, line) => `# line ${line}\n`).join('');
    await writeFile(uriOf('templates/deployment.yaml').fsPath, template + long);
    const { source, preview } = await opened();
    const scroll = (editor: vscode.TextEditor, line: number) =>
      editor.revealRange(new vscode.Range(line, 0, line, 0), vscode.TextEditorRevealType.AtTop);
    await until('the preview scrolls', () => {
      scroll(source, 150 + Math.round(Math.random()));
      // What sticks to the top of an editor takes some lines.
      return Math.abs(lineWith(preview, '# line 138') - (preview.visibleRanges[0]?.start.line ?? 0)) < 12;
    });
    await until('the template scrolls', () => {
      scroll(preview, 30 + Math.round(Math.random()));
      return (source.visibleRanges[0]?.start.line ?? 99) < 40;
    });
  });

  it('leads to the value and to the action', async () => {
    const { preview } = await opened();
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      preview.document.uri,
      new vscode.Position(lineWith(preview, 'replicas: 2'), 12),
    );
    assert.deepEqual(found.map(({ uri, range }) => `${path.basename(uri.path)} ${range.start.line}`).sort(), [
      'deployment.yaml 5',
      'values.yaml 0',
    ]);
  });

  it('shows what rules find in it', async () => {
    const { source, preview } = await opened();
    await source.edit((edit) => edit.insert(new vscode.Position(8, 0), '      hostPID: true\n'));
    await until('the finding is shown', () =>
      vscode.languages
        .getDiagnostics(preview.document.uri)
        .some(
          ({ code, range }) =>
            JSON.stringify(code).includes('host-pid') && range.start.line === lineWith(preview, 'hostPID'),
        ),
    );
  });

  it('is rendered with the values that are picked', async () => {
    const { preview } = await opened();
    await vscode.window.showTextDocument(preview.document, preview.viewColumn);
    await whileAsked(vscode.commands.executeCommand('seaworthy.pickRenderedValues'), 'second');
    await until('the second one is rendered', () => preview.document.getText().includes('replicas: 9'));
    assert.equal(preview.document.lineAt(0).text, '# templates/deployment.yaml, rendered with values-big.yaml');
  });
});
