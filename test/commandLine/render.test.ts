import assert from 'node:assert/strict';
import { folderWith, seaworthy } from './seaworthy';

const chart = {
  'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'shop/values.yaml': 'image: shop\ntag: "1"\n',
  'shop/crds/c.yaml': 'kind: CustomResourceDefinition\n',
  'shop/templates/pod.yaml':
    'kind: Pod\nmetadata:\n  name: {{ .Release.Name }}\n  namespace: {{ .Release.Namespace }}\nimage: {{ .Values.image }}:{{ .Values.tag }}\n',
  'shop/templates/api.yaml':
    '{{- if .Capabilities.APIVersions.Has "a/v1" }}\nkind: {{ .Capabilities.KubeVersion.Minor | quote }}\n{{- end }}\n',
  'prod.yaml': 'tag: "2"\n',
};

describe('seaworthy render', function () {
  this.timeout(30_000);

  it('prints what a chart renders', () => {
    const { code, out, err } = seaworthy(folderWith(chart), ['render', 'shop']);
    const pod = 'kind: Pod\nmetadata:\n  name: release-name\n  namespace: default\nimage: shop:1\n';
    assert.deepEqual({ code, out, err }, { code: 0, out: `---\n# Source: shop/templates/pod.yaml\n${pod}`, err: '' });
  });

  it('takes values, a release, a version and what lies in crds/', () => {
    const given = ['--values', 'prod.yaml', '--set', 'image=other', '--release', 'r', '--namespace', 'n'];
    const cluster = ['--kubernetes-version', '1.30', '--api-versions', 'a/v1', '--include-crds'];
    const { code, out } = seaworthy(folderWith(chart), ['render', 'shop', ...given, ...cluster]);
    assert.equal(code, 0);
    for (const part of [
      'name: r\n',
      'namespace: n\n',
      'image: other:2\n',
      'kind: "30"\n',
      '# Source: shop/crds/c.yaml\n',
    ]) {
      assert.ok(out.includes(part), part);
    }
  });

  it('says of each line where it comes from', () => {
    const { out } = seaworthy(folderWith(chart), ['render', 'shop', '--values', 'prod.yaml', '--origins']);
    const line = out.split('\n').find((one) => one.includes('image: '));
    assert.equal(
      line,
      'templates/pod.yaml:5:1, values.yaml:1:8, templates/pod.yaml:5:27, prod.yaml:1:7\timage: shop:2',
    );
  });

  it('says why a chart is not rendered', () => {
    const folder = folderWith({ ...chart, 'shop/templates/bad.yaml': 'a: {{ required "Set it" .Values.nope }}\n' });
    const { code, out, err } = seaworthy(folder, ['render', 'shop']);
    assert.deepEqual({ code, out }, { code: 1, out: '' });
    assert.ok(err.includes('shop/templates/bad.yaml:1:6): Set it'), err);
    assert.ok(err.includes('  templates/bad.yaml:1:7: The chart requires a value here: Set it\n'), err);
    assert.equal(seaworthy(folder, ['render', 'nowhere']).code, 2);
    assert.equal(seaworthy(folder, ['render', 'shop', '--values', 'nowhere.yaml']).code, 2);
  });
});
