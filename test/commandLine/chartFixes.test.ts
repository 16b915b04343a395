import assert from 'node:assert/strict';
import { atBaseline, folderWith, seaworthy, textOf } from './seaworthy';

const description = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';
const values = 'web:\n  # how the container runs\n  security:\n    privileged: true # for now\n';
const template = `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}-web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: nginx:1.27
      securityContext:
        {{- toYaml .Values.web.security | nindent 8 }}
`;
const chart = { 'shop/Chart.yaml': description, 'shop/values.yaml': values, 'shop/templates/pod.yaml': template };
const mendedValues = values.replace('true', 'false');
const mendedTemplate = template.replace('  hostNetwork: true\n', '');

describe('seaworthy lint --fix of a chart', function () {
  this.timeout(30_000);

  it('mends values and templates where they say what is rendered', () => {
    const folder = folderWith(chart);
    const { code, out } = seaworthy(folder, ['lint', ...atBaseline, '--fix', '--harden', 'baseline', 'shop']);
    assert.equal(textOf(folder, 'shop/values.yaml'), mendedValues);
    assert.equal(textOf(folder, 'shop/templates/pod.yaml'), mendedTemplate);
    assert.deepEqual({ code, out }, { code: 0, out: 'Fixed 2 findings in 2 files; no findings in 3 files\n' });
  });

  it('is offered where charts show something that can be mended', () => {
    const { out } = seaworthy(folderWith(chart), ['lint', ...atBaseline, 'shop']);
    assert.match(out, /; (?:up to )?2 can be fixed with --fix --harden baseline$/m);
  });

  it('shows with --diff what it would do', () => {
    const folder = folderWith(chart);
    const { out, err } = seaworthy(folder, ['lint', ...atBaseline, '--diff', '--harden', 'baseline', 'shop']);
    assert.match(out, /^\+ {4}privileged: false # for now$/m);
    assert.match(out, /^- {2}hostNetwork: true$/m);
    assert.match(err, /^Would fix 2 findings in 2 files; no findings in 3 files$/m);
    assert.equal(textOf(folder, 'shop/values.yaml'), values);
  });

  it('writes no file that was not asked for', () => {
    const folder = folderWith(chart);
    seaworthy(folder, ['lint', ...atBaseline, '--fix', '--harden', 'baseline', 'shop/templates']);
    assert.equal(textOf(folder, 'shop/values.yaml'), values);
    assert.equal(textOf(folder, 'shop/templates/pod.yaml'), mendedTemplate);
  });

  it('leaves a value alone that another object is told of', () => {
    const told =
      'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: told\ndata:\n  web: {{ .Values.web.security.privileged | quote }}\n';
    const folder = folderWith({ ...chart, 'shop/templates/told.yaml': told });
    const { out } = seaworthy(folder, ['lint', ...atBaseline, '--fix', '--harden', 'baseline', 'shop']);
    assert.equal(textOf(folder, 'shop/values.yaml'), values);
    assert.match(out, /^Fixed 1 finding in 1 file; 1 error in 1 of 4 files$/m);
  });
});
