import assert from 'node:assert/strict';
import path from 'node:path';
import { folderWith, type Run, seaworthy, textOf } from './seaworthy';

const chart = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';
const values = 'securityContext:\n  privileged: true\n';
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
        {{- include "shop.container" . | nindent 8 }}
`;
const helpers = `{{- define "shop.container" -}}
- name: web
  image: registry.example.com/web:1.4.2
  securityContext:
    {{- toYaml .Values.securityContext | nindent 4 }}
{{- end }}
`;
const files = {
  'shop/Chart.yaml': chart,
  'shop/values.yaml': values,
  'shop/templates/deployment.yaml': deployment,
  'shop/templates/_helpers.tpl': helpers,
};

interface Found {
  readonly place: string;
  readonly rule: string;
  readonly object: { readonly kind: string; readonly name: string } | null;
  readonly field: string | null;
}

function foundIn({ out }: Run, ...rules: readonly string[]): Found[] {
  const reports: {
    path: string;
    findings: { rule: string; start: { line: number; column: number }; object: Found['object']; field: string }[];
  }[] = JSON.parse(out);
  return reports.flatMap(({ path: file, findings }) =>
    findings
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, start, object, field }) => ({
        place: `${file}:${start.line}:${start.column}`,
        rule,
        object,
        field,
      })),
  );
}

const lintJson = (folder: string, ...args: readonly string[]) =>
  seaworthy(folder, ['lint', ...args, '--format', 'json', '--fail-on', 'never']);

describe('Linting a chart', function () {
  this.timeout(60_000);

  it('tells each finding where the template or the value stands that says it, of the object that is rendered', () => {
    const folder = folderWith(files);
    const run = lintJson(folder, 'shop');
    const [privileged, ...others] = foundIn(run, 'privileged-container');
    assert.deepEqual(others, []);
    assert.equal(privileged?.place, 'shop/values.yaml:2:15');
    assert.equal(privileged?.object?.kind, 'Deployment');
    assert.equal(privileged?.object?.name, 'shop');
    assert.equal(privileged?.field, 'spec.template.spec.containers[0].securityContext.privileged');
    assert.deepEqual(
      foundIn(run, 'liveness-probe').map(({ place }) => place),
      ['shop/templates/_helpers.tpl:2:3'],
    );
  });

  it('takes values, single values, a release and a namespace for one chart', () => {
    const folder = folderWith({ ...files, 'prod.yaml': 'debug: true\nsecurityContext:\n  privileged: false\n' });
    const run = lintJson(folder, 'shop', '--values', 'prod.yaml', '--release', 'prod');
    assert.deepEqual(foundIn(run, 'privileged-container'), []);
    const [pid] = foundIn(run, 'host-pid');
    assert.equal(pid?.place, 'shop/templates/deployment.yaml:9:16');
    assert.equal(pid?.object?.name, 'prod');
    const set = lintJson(folder, 'shop', '--set', 'securityContext.privileged=false');
    assert.deepEqual(foundIn(set, 'privileged-container'), []);
  });

  it('refuses what is for one chart where the paths hold several, or none', () => {
    const folder = folderWith({
      ...files,
      'other/Chart.yaml': chart,
      'other/values.yaml': '',
      'pod/pod.yaml': 'a: 1\n',
    });
    for (const option of [
      ['--set', 'a=b'],
      ['--release', 'a'],
      ['--namespace', 'a'],
      ['--values', 'other/values.yaml'],
    ]) {
      const { code, err } = seaworthy(folder, ['lint', '.', ...option]);
      assert.equal(code, 2);
      assert.match(err, new RegExp(`${option[0]} is for one chart, and the paths hold 2 charts \\(other, shop\\)`));
    }
    const none = seaworthy(folder, ['lint', 'pod', '--set', 'a=b']);
    assert.deepEqual([none.code, none.err], [2, 'seaworthy: --set is for one chart, and the paths hold no chart\n']);
    const gone = seaworthy(folder, ['lint', 'shop', '--values', 'gone.yaml']);
    assert.equal(gone.code, 2);
    assert.match(gone.err, /^seaworthy: gone\.yaml: could not be read: does not exist/);
  });

  it('reads the templates around their actions with --no-render', () => {
    const folder = folderWith(files);
    const run = lintJson(folder, 'shop', '--no-render');
    assert.deepEqual(foundIn(run, 'privileged-container'), []);
    assert.deepEqual(
      foundIn(run, 'host-pid').map(({ place }) => place),
      ['shop/templates/deployment.yaml:9:16'],
    );
    assert.equal(seaworthy(folder, ['lint', 'shop', '--no-render', '--set', 'a=b']).code, 2);
  });

  it('says where a chart is refused, and goes on with the text', () => {
    const folder = folderWith({
      ...files,
      'shop/templates/deployment.yaml': deployment.replace('{{ .Release.Name }}', '{{ .Values.a.b.c }}'),
    });
    const run = lintJson(folder, 'shop');
    assert.deepEqual(
      foundIn(run, 'chart-not-rendered', 'host-pid').map(({ rule, place }) => `${rule} ${place}`),
      ['chart-not-rendered shop/templates/deployment.yaml:4:12', 'host-pid shop/templates/deployment.yaml:9:16'],
    );
    assert.equal(seaworthy(folder, ['lint', 'shop']).code, 1);
  });

  it('names the places on the way in SARIF, and in words', () => {
    const folder = folderWith(files);
    const { out } = seaworthy(folder, ['lint', 'shop', '--format', 'sarif', '--fail-on', 'never']);
    const log: {
      runs: {
        results: {
          ruleId: string;
          relatedLocations?: {
            physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
          }[];
        }[];
      }[];
    } = JSON.parse(out);
    const result = log.runs[0]?.results.find(({ ruleId }) => ruleId === 'privileged-container');
    assert.deepEqual(
      result?.relatedLocations?.map(({ physicalLocation: { artifactLocation, region } }) => [
        artifactLocation.uri,
        region.startLine,
      ]),
      [
        ['shop/templates/deployment.yaml', 12],
        ['shop/templates/_helpers.tpl', 5],
      ],
    );
    const words = seaworthy(folder, ['lint', 'shop', '--fail-on', 'never']).out;
    assert.match(words, /note: written into the object at templates\/_helpers\.tpl:5:5/);
  });

  it('shows no more than the file that was named', () => {
    const folder = folderWith(files);
    const run = lintJson(folder, path.join('shop', 'values.yaml'));
    assert.deepEqual(
      [...new Set(JSON.parse(run.out).map((file: { path: string }) => file.path))],
      ['shop/values.yaml'],
    );
    assert.equal(foundIn(run, 'privileged-container').length, 1);
  });

  it('judges templates with line ends of Windows at the same places', () => {
    const windows = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
    );
    const places = (run: Run) => foundIn(run, 'privileged-container', 'liveness-probe', 'host-pid');
    assert.deepEqual(places(lintJson(folderWith(windows), 'shop')), places(lintJson(folderWith(files), 'shop')));
  });

  it('leads nobody into what is random', () => {
    const folder = folderWith({
      ...files,
      'shop/templates/secret.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\ndata:\n  password: {{ randAlphaNum 24 | quote }}\n',
    });
    const run = lintJson(folder, 'shop', '--profile', 'all');
    assert.deepEqual(
      foundIn(run, 'secret-in-config-map', 'secret-in-text').map(({ place }) => place),
      [],
    );
  });

  it('knows how other files use the chart, and mends what its files say together', () => {
    const folder = folderWith({
      ...files,
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.git/config': '[remote "origin"]\n  url = https://git.example.com/shop.git\n',
      'shop/.helmignore': '',
      'argo/shop.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: shop
spec:
  source:
    repoURL: https://git.example.com/shop.git
    path: shop
    helm:
      values: |
        debug: true
`,
    });
    const [pid] = foundIn(lintJson(folder, '.'), 'host-pid');
    assert.equal(pid?.object?.kind, 'Deployment');
    seaworthy(folder, ['lint', '.', '--fix', '--harden', 'baseline']);
    assert.equal(textOf(folder, 'shop/values.yaml'), 'securityContext:\n  privileged: false\n');
    assert.doesNotMatch(textOf(folder, 'shop/templates/deployment.yaml'), /hostPID/);
  });
});
