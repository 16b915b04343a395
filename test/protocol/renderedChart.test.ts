import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pieceMap } from '../../client/charts/pieceMap';
import { renderedChartRequest } from '../../server/protocol/renderedChart';
import { type Editor, endServers, startEditor } from './client';

const values = 'replicas: 2\nsecurityContext:\n  runAsNonRoot: true\n';
const template = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "name" . }}
spec:
  replicas: {{ .Values.replicas }}
  template:
    spec:
      hostPID: true
      containers:
        - name: web
          securityContext:
            {{- toYaml .Values.securityContext | nindent 12 }}
`;
const chart = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': values,
  'values-big.yaml': 'replicas: 9\n',
  'templates/_helpers.tpl': '{{- define "name" -}}\nweb-{{ .Release.Name }}\n{{- end -}}\n',
  'templates/deployment.yaml': template,
  'templates/service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n',
};

describe('What a chart renders, over the protocol', () => {
  let folder: string;
  let editor: Editor;
  const uriOf = (name: string) => pathToFileURL(path.join(folder, name)).toString();

  beforeEach(async () => {
    folder = path.join(await mkdtemp(path.join(tmpdir(), 'seaworthy-chart-')), 'shop');
    for (const [name, text] of Object.entries(chart)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    editor = await startEditor({ folder });
  });
  afterEach(async () => {
    await endServers();
    await rm(path.dirname(folder), { recursive: true, force: true });
  });

  const renderedBy = async (name: string, chosen?: string) => {
    const answer = await editor.ask(renderedChartRequest, { uri: uriOf(name), ...(chosen && { values: chosen }) });
    if (answer.state !== 'rendered') assert.fail(JSON.stringify(answer));
    return answer;
  };

  it('is what a template renders, each place with the lines of the chart’s files that say it', async () => {
    const { text, files, pieces } = await renderedBy('templates/deployment.yaml');
    assert.match(text, /^---\n# Source: shop\/templates\/deployment.yaml\n/);
    assert.doesNotMatch(text, /Service/);
    const map = pieceMap(files, pieces);
    const lines = text.split('\n');
    const line = lines.indexOf('            runAsNonRoot: true');
    assert.deepEqual(
      map.placesAt(line, 28).map(({ uri, start }) => [uri, start.line]),
      [
        [uriOf('values.yaml'), 2],
        [uriOf('templates/deployment.yaml'), 12],
      ],
    );
    assert.deepEqual(map.renderedBy(uriOf('values.yaml'), 2), [line]);
    assert.deepEqual(map.renderedBy(uriOf('templates/_helpers.tpl'), 1), [lines.indexOf('  name: web-shop')]);
    assert.equal(map.firstFrom(uriOf('templates/deployment.yaml'), 4), lines.indexOf('spec:'));
    assert.equal(map.firstSourceFrom(uriOf('templates/deployment.yaml'), lines.indexOf('spec:')), 4);
  });

  it('may be rendered with the values that the workspace uses the chart with', async () => {
    const text = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: live}
spec:
  destination: {namespace: web}
  source: {repoURL: "https://git.example.com/shop", path: ., helm: {valuesObject: {replicas: 7}}}
`;
    await writeFile(path.join(folder, 'live.yaml'), text);
    await writeFile(path.join(folder, '.seaworthy.yaml'), 'charts: [{chart: ., set: {replicas: 8}}]\n');
    const { choices } = await renderedBy('templates/deployment.yaml');
    assert.deepEqual(
      choices.map(({ name, description }) => [name, description]),
      [
        ['values.yaml', 'shop in default'],
        ['replicas=8', 'shop in default'],
        ['Application live', 'live in web'],
        ['values-big.yaml', 'shop in default'],
      ],
    );
    const live = await renderedBy('templates/deployment.yaml', 'Application live');
    const line = live.text.split('\n').indexOf('  replicas: 7');
    const [place] = pieceMap(live.files, live.pieces).placesAt(line, 12);
    assert.deepEqual(
      [place?.uri, place?.start],
      [uriOf('live.yaml'), { line: 5, character: text.split('\n')[5]?.indexOf('7') }],
    );
  });

  it('holds what rules find in it', async () => {
    const { text, findings } = await renderedBy('templates/deployment.yaml');
    const found = findings.find(({ rule }) => rule === 'host-pid');
    assert.equal(text.split('\n')[found?.start.line ?? 0], '      hostPID: true');
  });

  it('is all that is rendered for values, and for named templates what they have a part in', async () => {
    assert.match((await renderedBy('values.yaml')).text, /kind: Service[\s\S]*kind: Deployment/);
    const { text } = await renderedBy('templates/_helpers.tpl');
    assert.match(text, /kind: Deployment/);
    assert.doesNotMatch(text, /Service/);
  });

  it('takes the values that are chosen, and names all that there are', async () => {
    const answer = await renderedBy('templates/deployment.yaml', 'values-big.yaml');
    assert.match(answer.text, /replicas: 9/);
    assert.deepEqual(
      [answer.values, answer.choices.map(({ name }) => name)],
      ['values-big.yaml', ['values.yaml', 'values-big.yaml']],
    );
    assert.deepEqual(answer.valuesFiles, [uriOf('values-big.yaml')]);
  });

  it('is made of what is typed, before it is saved', async () => {
    await editor.open(uriOf('values.yaml'), values.replace('2', '5'));
    assert.match((await renderedBy('templates/deployment.yaml')).text, /replicas: 5/);
  });

  it('says why a chart can’t be rendered, and where', async () => {
    await editor.open(uriOf('templates/deployment.yaml'), `${template}x: {{ .Values.a.b }}\n`);
    const answer = await editor.ask(renderedChartRequest, { uri: uriOf('templates/service.yaml') });
    assert.equal(answer.state, 'refused');
    assert.match(answer.message, /nil pointer/);
    assert.deepEqual(
      [answer.place?.uri, answer.place?.start],
      [uriOf('templates/deployment.yaml'), { line: template.split('\n').length - 1, character: 6 }],
    );
  });

  it('says so where there is no chart', async () => {
    const uri = pathToFileURL(path.join(path.dirname(folder), 'pod.yaml')).toString();
    const answer = await editor.ask(renderedChartRequest, { uri });
    assert.deepEqual(answer, {
      state: 'no chart',
      message: 'This file belongs to no chart: no folder above it holds a Chart.yaml.',
    });
  });
});
