import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../waiting';
import { type ChartFolder, chartFolder } from './chartFolder';
import { applyAction, quickFixesAt, shownFindings } from './manifests';

const values = 'securityContext:\n  runAsNonRoot: true\n';

const chart = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': values,
  'templates/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
`,
};

const privileged = ({ code }: vscode.Diagnostic) => typeof code === 'object' && code.value === 'privileged-container';

describe('The findings of a chart in VS Code', () => {
  let folder: ChartFolder;
  beforeEach(async () => {
    folder = await chartFolder(chart);
  });
  afterEach(() => folder.remove());

  it('show in the values file as it is typed, lead to the template, and are mended there', async () => {
    const document = await vscode.workspace.openTextDocument(folder.uriOf('values.yaml'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(2, 0), '  privileged: true\n'));
    const [found] = await eventually(
      () => shownFindings(document).filter(privileged),
      ({ length }) => length === 1,
    );
    assert.deepEqual(found?.range, new vscode.Range(2, 14, 2, 18));
    const [written] = found?.relatedInformation ?? [];
    assert.equal(written?.location.uri.toString(), folder.uriOf('templates/deployment.yaml').toString());
    assert.equal(written?.location.range.start.line, 11);
    assert.ok(found);
    const [fix] = await quickFixesAt(document, found.range);
    await applyAction(fix);
    assert.equal(document.getText(), `${values}  privileged: false\n`);
    await eventually(
      () => shownFindings(document).filter(privileged),
      ({ length }) => length === 0,
    );
  });
});
