import assert from 'node:assert/strict';
import { folderWith, seaworthy } from './seaworthy';

const template = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  {{- if .Values.net }}
  hostNetwork: true
  {{- end }}
  {{- if .Values.pid }}
  hostPID: true
  {{- end }}
  containers: [{name: a, image: a:1}]
`;
const chart = {
  'charts/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'charts/shop/values.yaml': 'net: false\npid: false\n',
  'charts/shop/env/prod.yaml': 'net: true\n',
  'charts/shop/templates/pod.yaml': template,
};

const lint = ['lint', '.', '--format', 'json'];

/** The messages of what is found, by rule. */
function found(files: Readonly<Record<string, string>>, args = lint): Record<string, string> {
  const { out } = seaworthy(folderWith({ ...chart, ...files }), args);
  const reports: { findings: { rule: string; message: string }[] }[] = JSON.parse(out);
  return Object.fromEntries(reports.flatMap(({ findings }) => findings.map(({ rule, message }) => [rule, message])));
}

describe('the values that charts are linted with', function () {
  this.timeout(30_000);

  it('are their own and those that the configuration and Argo CD name', () => {
    const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: {name: live}
spec:
  source: {repoURL: "https://git.example.com/shop", path: charts/shop, helm: {valuesObject: {pid: true}}}
`;
    const messages = found({
      '.seaworthy.yaml': 'profile: baseline\ncharts: [{chart: charts/shop, values: [env/prod.yaml]}]\n',
      'argocd/live.yaml': application,
    });
    assert.deepEqual(Object.keys(messages).sort(), ['host-network', 'host-pid']);
    assert.match(messages['host-network'] ?? '', /\(with env\/prod\.yaml\)$/);
    assert.match(messages['host-pid'] ?? '', /\(with Application live\)$/);
  });

  it('are told where they are not there', () => {
    const folder = folderWith({
      ...chart,
      '.seaworthy.yaml': 'profile: baseline\ncharts:\n  - chart: charts/*\n    values: [env/prd.yaml]\n',
    });
    const { code, err } = seaworthy(folder, ['lint', '.']);
    assert.equal(code, 2);
    assert.match(err, /^\.seaworthy\.yaml:4:14: error: "env\/prd\.yaml" does not exist$/m);
  });
});
