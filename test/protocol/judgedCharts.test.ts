import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Diagnostic, DiagnosticSeverity, HoverRequest } from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { silencesRequest } from '../../server/protocol/actions';
import { eventually } from '../waiting';
import { endServers, startEditor } from './client';

const values = `replicas: 1
securityContext:
  runAsNonRoot: true
`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
spec:
  template:
    spec:
      {{- if .Values.debug }}
      hostPID: true
      {{- end }}
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
`;

describe('The diagnostics of a chart over the protocol', () => {
  let folder = '';
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-judged-')));
    write('Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
    write('values.yaml', values);
    write('templates/deployment.yaml', deployment);
  });
  afterEach(async () => {
    await endServers();
    rmSync(folder, { recursive: true, force: true });
  });

  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const uriOf = (name: string) => URI.file(path.join(folder, name)).toString();
  const told = (diagnostics: readonly Diagnostic[], ...codes: readonly string[]) =>
    diagnostics
      .filter(({ code, severity }) => codes.includes(String(code)) && severity !== DiagnosticSeverity.Hint)
      .map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}-${range.end.character}`);

  it('stand in the values file, as it is typed, with the way through the template', async () => {
    const editor = await startEditor({ folder });
    await editor.open(uriOf('values.yaml'), values);
    assert.deepEqual(told(await editor.pull(uriOf('values.yaml')), 'privileged-container'), []);
    await editor.change(uriOf('values.yaml'), 2, { text: `${values}  privileged: true\n` });
    const [found, ...others] = (await editor.pull(uriOf('values.yaml'))).filter(
      ({ code }) => code === 'privileged-container',
    );
    assert.deepEqual(others, []);
    assert.deepEqual(found?.range, { start: { line: 3, character: 14 }, end: { line: 3, character: 18 } });
    assert.deepEqual(
      found?.relatedInformation?.map(({ location, message }) => [location.uri, location.range.start.line, message]),
      [[uriOf('templates/deployment.yaml'), 14, 'Written here into Deployment shop']],
    );
    await editor.open(uriOf('templates/deployment.yaml'), deployment);
    const inTemplate = await editor.pull(uriOf('templates/deployment.yaml'));
    assert.deepEqual(told(inTemplate, 'privileged-container'), []);
    const hint = inTemplate.find(({ severity }) => severity === DiagnosticSeverity.Hint);
    assert.match(String(hint?.message), /^Told in values\.yaml, line 4: The container "web" is privileged/);
    assert.equal(await editor.stop(), 0);
  });

  it('tell of branches that nothing renders as before, and of rendered lines once', async () => {
    const editor = await startEditor({ folder });
    await editor.open(uriOf('templates/deployment.yaml'), deployment);
    const off = await editor.pull(uriOf('templates/deployment.yaml'));
    assert.deepEqual(told(off, 'host-pid'), ['host-pid 8:15-19']);
    assert.match(String(off.find(({ code }) => code === 'host-pid')?.message), /when \.Values\.debug is set$/);
    await editor.open(uriOf('values.yaml'), `${values}debug: true\n`);
    const on = await editor.pull(uriOf('templates/deployment.yaml'));
    assert.deepEqual(told(on, 'host-pid'), ['host-pid 8:15-19']);
    assert.doesNotMatch(String(on.find(({ code }) => code === 'host-pid')?.message), /when/);
    assert.equal(await editor.stop(), 0);
  });

  it('say why a chart is not rendered at the action that is to blame', async () => {
    const editor = await startEditor({ folder });
    const broken = deployment.replace('{{ .Release.Name }}', '{{ required "A name is needed" .Values.name }}');
    await editor.open(uriOf('templates/deployment.yaml'), broken);
    const found = await editor.pull(uriOf('templates/deployment.yaml'));
    assert.deepEqual(told(found, 'chart-not-rendered'), ['chart-not-rendered 3:11-51']);
    assert.equal(await editor.stop(), 0);
  });

  it('are kept quiet by a comment in the values file and in the template', async () => {
    const editor = await startEditor({ folder });
    const silenced = `${values}  privileged: true # seaworthy-ignore privileged-container -- it drives the disk\n`;
    await editor.open(uriOf('values.yaml'), silenced);
    assert.deepEqual(told(await editor.pull(uriOf('values.yaml')), 'privileged-container', 'unused-ignore'), []);
    await editor.change(uriOf('values.yaml'), 2, { text: `${values}  privileged: true\n` });
    const marked = deployment.replace(
      '          securityContext:\n',
      '          # seaworthy-ignore-next-line privileged-container -- it drives the disk\n          securityContext:\n',
    );
    await editor.open(uriOf('templates/deployment.yaml'), marked);
    const inTemplate = await editor.pull(uriOf('templates/deployment.yaml'));
    assert.deepEqual(told(inTemplate, 'privileged-container', 'unused-ignore'), []);
    assert.equal(await editor.stop(), 0);
  });

  it('stand in the values of an environment and of an Application that use the chart', async () => {
    write('.git/config', '[remote "origin"]\n  url = https://git.example.com/shop.git\n');
    write('.git/HEAD', 'ref: refs/heads/main\n');
    write('.seaworthy.yaml', 'charts:\n  - chart: .\n    values: [env/prod.yaml]\n');
    write('env/prod.yaml', 'securityContext:\n  privileged: true\n');
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
spec:
  destination:
    namespace: shop
  source:
    repoURL: https://git.example.com/shop.git
    path: .
    helm:
      values: |
        debug: true
        securityContext:
          privileged: true
`;
    write('argo/shop.yaml', application);
    const editor = await startEditor({ folder });
    await editor.open(uriOf('templates/deployment.yaml'), deployment);
    /** Waits until the files around are read, which say how the chart is used. */
    const settled = async (name: string, code: string, message: RegExp) => {
      const isTold = (found: readonly Diagnostic[]) =>
        found.some((one) => one.code === code && message.test(String(one.message)));
      return told(await eventually(() => editor.pull(uriOf(name)), isTold), code);
    };
    const branch = await settled('templates/deployment.yaml', 'host-pid', /\(with Application shop\)$/);
    assert.deepEqual(branch, ['host-pid 8:15-19']);
    await editor.open(uriOf('env/prod.yaml'), 'securityContext:\n  privileged: true\n');
    assert.deepEqual(await settled('env/prod.yaml', 'privileged-container', /web/), ['privileged-container 1:14-18']);
    await editor.open(uriOf('argo/shop.yaml'), application);
    assert.deepEqual(await settled('argo/shop.yaml', 'privileged-container', /web/), ['privileged-container 14:22-26']);
    await editor.change(uriOf('env/prod.yaml'), 2, { text: 'securityContext:\n  privileged: false\n' });
    assert.deepEqual(told(await editor.pull(uriOf('env/prod.yaml')), 'privileged-container'), []);
    assert.equal(await editor.stop(), 0);
  });

  it('explain their rule where they stand', async () => {
    const editor = await startEditor({ folder });
    await editor.open(uriOf('values.yaml'), `${values}  privileged: true\n`);
    const at = { textDocument: { uri: uriOf('values.yaml') }, position: { line: 3, character: 15 } };
    const hover = await editor.connection.sendRequest(HoverRequest.type, at);
    assert.match(JSON.stringify(hover?.contents), /\[privileged-container\]/);
    assert.equal(await editor.stop(), 0);
  });

  it('are mended in the file that says it', async () => {
    const editor = await startEditor({ folder });
    const text = `${values}  privileged: true # for the disk\n`;
    await editor.open(uriOf('values.yaml'), text);
    const diagnostics = await editor.pull(uriOf('values.yaml'));
    const [found] = diagnostics.filter(({ code }) => code === 'privileged-container');
    assert.ok(found);
    const [fix] = await editor.actions(uriOf('values.yaml'), found.range, [found], ['quickfix']);
    const document = TextDocument.create(uriOf('values.yaml'), 'yaml', 1, text);
    const edits = fix?.edit?.changes?.[uriOf('values.yaml')] ?? [];
    assert.equal(TextDocument.applyEdits(document, edits), `${values}  privileged: false # for the disk\n`);
    assert.deepEqual(fix?.diagnostics, [found]);
    assert.equal(await editor.stop(), 0);
  });

  it('can be kept quiet where they stand, for a client that asks which one is meant', async () => {
    const editor = await startEditor({ folder });
    await editor.open(uriOf('values.yaml'), `${values}  privileged: true\n`);
    const at = { uri: uriOf('values.yaml'), start: { line: 3, character: 14 }, end: { line: 3, character: 14 } };
    const found = await editor.ask(silencesRequest, at);
    const privileged = found.find(({ rule }) => rule === 'privileged-container');
    assert.deepEqual(privileged?.ways, [
      {
        title: 'Ignore privileged-container here',
        written: 'A comment in the file, for its line alone',
        edits: [
          {
            start: { line: 3, character: 18 },
            end: { line: 3, character: 18 },
            text: ' # seaworthy-ignore privileged-container',
          },
        ],
      },
    ]);
    assert.equal(await editor.stop(), 0);
  });
});
