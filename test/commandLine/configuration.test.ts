import assert from 'node:assert/strict';
import { atBaseline, filesWithFindings, folderWith, riskyPod, seaworthy, soundPod, textOf } from './seaworthy';

const json = ['lint', '--format', 'json'];

describe('the configuration of seaworthy lint', function () {
  this.timeout(30_000);

  it('is the nearest file upwards, whole', () => {
    const folder = folderWith({
      '.seaworthy.yaml': 'profile: baseline\nrules:\n  host-network: off\n',
      'pod.yaml': riskyPod,
      'inner/.seaworthy.yaml': 'profile: baseline\nrules:\n  privileged-container: off\n',
      'inner/deep/pod.yaml': riskyPod,
    });
    const files: { path: string; findings: { rule: string }[] }[] = JSON.parse(seaworthy(folder, json).out);
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]),
      [
        ['inner/deep/pod.yaml', ['host-network']],
        ['pod.yaml', ['privileged-container']],
      ],
    );
  });

  it('says where kinds of its own keep their pods, and which are left alone', () => {
    const container = '{name: a, image: registry.example.com/a:1.4.2, securityContext: {privileged: true}}';
    const folder = folderWith({
      '.seaworthy.yaml': `profile: baseline
workloadKinds:
  example.com/Pipeline: [spec.setup, "spec.stages[*].steps", "spec.pods.*"]
  argoproj.io/Workflow: off
  argoproj.io/Rollout: spec.inner
`,
      'pipeline.yaml': `apiVersion: example.com/v1
kind: Pipeline
spec:
  setup: ${container}
  stages:
    - steps: [${container}]
    - steps:
        - ${container}
  pods:
    one: {hostNetwork: true, containers: [${container}]}
    two: {spec: {hostPID: true}}
`,
      'workflow.yaml': `apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: {templates: [{container: ${container}}]}\n`,
      'rollout.yaml': `apiVersion: argoproj.io/v1alpha1
kind: Rollout
spec:
  template: {spec: {hostPID: true, containers: [${container}]}}
  inner: {spec: {hostIPC: true}}
`,
    });
    const files: { path: string; findings: { rule: string; start: { line: number } }[] }[] = JSON.parse(
      seaworthy(folder, json).out,
    );
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map(({ rule, start }) => `${start.line} ${rule}`)]),
      [
        [
          'pipeline.yaml',
          [
            '4 privileged-container',
            '6 privileged-container',
            '8 privileged-container',
            '10 host-network',
            '10 privileged-container',
            '11 host-pid',
          ],
        ],
        ['rollout.yaml', ['5 host-ipc']],
      ],
    );
  });

  it('is overruled by the command line', () => {
    const folder = folderWith({
      '.seaworthy.yaml': 'profile: baseline\nkubernetesVersion: "1.28"\n',
      'pod.yaml': soundPod.replace(
        'spec:\n',
        'spec:\n  securityContext:\n    sysctls:\n      - name: net.ipv4.tcp_keepalive_time\n        value: "60"\n',
      ),
    });
    assert.equal(seaworthy(folder, json).code, 1);
    assert.equal(seaworthy(folder, [...json, '--kubernetes-version', '1.29']).code, 0);
  });

  it('may say that each file is judged by itself, as the option --alone does', () => {
    for (const [configuration, args] of [
      ['alone: true\n', []],
      ['', ['--alone']],
    ] as const) {
      const folder = folderWith({ '.seaworthy.yaml': configuration, 'pod.yaml': riskyPod });
      const { code, err } = seaworthy(folder, [...json, ...atBaseline, ...args]);
      assert.deepEqual({ code, err }, { code: 1, err: '' });
    }
  });

  it('excludes files: silently in folders, with a note if they are named', () => {
    const folder = folderWith({
      '.seaworthy.yaml': 'exclude: ["vendor/**"]\n',
      'vendor/pod.yaml': riskyPod,
      'pod.yaml': riskyPod,
    });
    const all = seaworthy(folder, [...json, ...atBaseline]);
    assert.deepEqual(filesWithFindings(all), ['pod.yaml']);
    assert.equal(all.err, '');
    const named = seaworthy(folder, [...json, ...atBaseline, 'vendor/pod.yaml']);
    assert.deepEqual(
      { code: named.code, err: named.err },
      { code: 0, err: 'seaworthy: vendor/pod.yaml: is not checked, since .seaworthy.yaml excludes it\n' },
    );
  });

  it('is shown with its mistakes, once, while everything is still linted', () => {
    const folder = folderWith({
      'conf/.seaworthy.yaml': 'profile: basline\n',
      'conf/a/pod.yaml': riskyPod,
      'conf/b/pod.yaml': riskyPod,
    });
    const run = seaworthy(folder, [...json, ...atBaseline]);
    assert.equal(run.code, 2);
    const [first, second, third] = run.err.split('\n');
    assert.match(first ?? '', /^conf\/\.seaworthy\.yaml:1:10: error: .*basline.*baseline/);
    assert.equal(second, '1 | profile: basline');
    assert.equal(third, '  |          ^^^^^^^');
    assert.equal(run.err.match(/basline/g)?.length, (first?.match(/basline/g)?.length ?? 0) + 1);
    assert.deepEqual(filesWithFindings(run), ['conf/a/pod.yaml', 'conf/b/pod.yaml']);
  });

  it('keeps files from being fixed while it has mistakes', () => {
    const folder = folderWith({ '.seaworthy.yaml': 'exlude: ["pod.yaml"]\n', 'pod.yaml': riskyPod });
    const { code, err } = seaworthy(folder, ['lint', ...atBaseline, '--fix', '--harden', 'baseline']);
    assert.equal(code, 2);
    assert.ok(err.includes('pod.yaml: was not fixed, since .seaworthy.yaml has mistakes'), err);
    assert.equal(textOf(folder, 'pod.yaml'), riskyPod);
  });

  it('misses no key that a kustomization beside the file merges', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      env: [{name: A, valueFrom: {configMapKeyRef: {name: web, key: level}}}]
---
apiVersion: v1
kind: ConfigMap
metadata: {name: web}
data: {color: red}
`;
    const merging = 'resources: [web.yaml]\nconfigMapGenerator: [{name: web, behavior: merge, literals: [level=1]}]\n';
    const missed = (kustomization: string) =>
      seaworthy(folderWith({ 'web.yaml': pod, 'kustomization.yaml': kustomization }), ['lint', '.']).out.includes(
        'reference-missing',
      );
    assert.equal(missed('resources: [web.yaml]\n'), true);
    assert.equal(missed(merging), false);
  });

  it('knows the patches of a kustomization, of which only a part is written', () => {
    const sidecar = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: proxy
          image: registry.example.com/proxy:1.4.2
`;
    const folder = folderWith({
      'base/kustomization.yaml': 'resources: [web.yaml]\nlabels: [{includeSelectors: true, pairs: {app: web}}]\n',
      'base/web.yaml': sidecar,
      'prod/kustomization.yaml': 'resources: [../base]\npatches:\n  - path: patches/proxy.yaml\n',
      'prod/patches/proxy.yaml': sidecar,
      'prod/patches/other.yaml': sidecar,
    });
    const run = seaworthy(folder, [...json, '--profile', 'restricted', '--fail-on', 'never']);
    assert.deepEqual(filesWithFindings(run), ['base/web.yaml', 'prod/patches/other.yaml']);
    const named = seaworthy(`${folder}/prod/patches`, [...json, '--profile', 'restricted', 'proxy.yaml']);
    assert.deepEqual(filesWithFindings(named), []);
  });
});
