import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { withFiles } from './manifests';

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: nginx
          image: nginx:1.27
`;
const service = 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';

describe('"New chart from these manifests…"', () => {
  it('writes a chart of the manifests that are selected, and opens its values', async () => {
    await withFiles({ 'web.yaml': deployment, 'service.yaml': service }, async (folder) => {
      const uriOf = (name: string) => vscode.Uri.file(path.join(folder, name));
      const selected = ['web.yaml', 'service.yaml'].map(uriOf);
      await vscode.commands.executeCommand('seaworthy.newChart', selected[0], selected, uriOf('charts/shop'));
      const textOf = (name: string) => readFileSync(path.join(folder, 'charts/shop', name), 'utf8');
      assert.match(textOf('Chart.yaml'), /^name: shop$/m);
      assert.match(textOf('templates/web-deployment.yaml'), /image: \{\{ \.Values\.web\.nginx\.image \| quote \}\}/);
      assert.equal(textOf('templates/web-service.yaml'), service);
      const opened = vscode.window.activeTextEditor?.document;
      assert.equal(opened?.uri.fsPath, path.join(folder, 'charts/shop/values.yaml'));
      assert.match(opened?.getText() ?? '', /^web:\n {2}replicas: 2$/m);
    });
  });

  it('takes the manifest in the editor as it is typed, and writes nothing of one that can’t be read', async () => {
    await withFiles({ 'web.yaml': deployment }, async (folder) => {
      const document = await vscode.workspace.openTextDocument(path.join(folder, 'web.yaml'));
      const editor = await vscode.window.showTextDocument(document);
      const target = vscode.Uri.file(path.join(folder, 'shop'));
      const write = () => vscode.commands.executeCommand('seaworthy.newChart', undefined, undefined, target);
      const end = document.lineAt(document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, 'broken: [\n'));
      await write();
      assert.equal(existsSync(target.fsPath), false);
      await vscode.commands.executeCommand('undo');
      await editor.edit((edit) => edit.replace(new vscode.Range(5, 12, 5, 13), '7'));
      await write();
      assert.match(readFileSync(path.join(target.fsPath, 'values.yaml'), 'utf8'), /replicas: 7/);
    });
  });
});
