import assert from 'node:assert/strict';
import { offeredAt, prefixesAt } from './completing';

const deployment = (rest: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.0
${rest}`;

describe('Snippets in completion', () => {
  it('are whole documents at the start of a document', () => {
    for (const text of [
      '‸',
      'dep‸',
      '---\n‸',
      '# Shop\n‸\n',
      `${deployment('')}---\n‸`,
      `---\n‸\n---\n${deployment('')}`,
    ]) {
      const offered = prefixesAt(text);
      assert.ok(offered.includes('deployment') && offered.includes('netpol'), text);
      assert.ok(!offered.includes('resources') && !offered.includes('seccomp'), text);
    }
  });

  it('are parts of a pod where its fields go, of a container where that has its own', () => {
    const inPod = prefixesAt(deployment('      ‸'));
    assert.ok(inPod.includes('automount') && inPod.includes('seccomp'));
    assert.ok(!inPod.includes('resources') && !inPod.includes('deployment'));
    const inContainer = prefixesAt(deployment('          ‸'));
    assert.ok(
      inContainer.includes('resources') && inContainer.includes('probes') && inContainer.includes('capabilities'),
    );
    assert.ok(!inContainer.includes('automount') && !inContainer.includes('deployment'));
  });

  it('are never keys that are there already', () => {
    const offered = prefixesAt(deployment('          resources: {}\n          ‸\n          livenessProbe: {}\n'));
    assert.ok(!offered.includes('resources') && !offered.includes('liveness') && offered.includes('readiness'));
    const probes = offeredAt(deployment('          livenessProbe: {}\n          ‸')).get('probes');
    assert.equal(probes?.match(/^ {10}livenessProbe:/gm)?.length, 1);
    assert.match(probes ?? '', /^ {10}startupProbe:[\s\S]*^ {10}readinessProbe:/m);
  });

  it('are reduced to what goes into the mapping or list at the cursor', () => {
    const context = offeredAt(deployment('          securityContext:\n            ‸'));
    assert.equal(
      context.get('read-only'),
      deployment('          securityContext:\n            readOnlyRootFilesystem: true'),
    );
    const added = offeredAt(
      deployment('          securityContext:\n            capabilities:\n              drop: [ALL]\n              ‸'),
    );
    assert.equal(
      added.get('capabilities-net-bind'),
      deployment(
        '          securityContext:\n            capabilities:\n              drop: [ALL]\n              add:\n                - NET_BIND_SERVICE',
      ),
    );
    const volume = offeredAt(deployment('      volumes:\n        - ‸'));
    assert.equal(
      volume.get('emptydir'),
      deployment('      volumes:\n        - name: tmp\n          emptyDir:\n            sizeLimit: 64Mi'),
    );
    const second = offeredAt(deployment('      volumes:\n        - name: a\n          emptyDir: {}\n        ‸'));
    assert.equal(
      second.get('emptydir'),
      deployment(
        '      volumes:\n        - name: a\n          emptyDir: {}\n        - name: tmp\n          emptyDir:\n            sizeLimit: 64Mi',
      ),
    );
  });

  it('are indented as the document around them', () => {
    const four = 'apiVersion: v1\nkind: Pod\nspec:\n    containers:\n    - name: web\n      ‸';
    assert.equal(
      offeredAt(four).get('resources'),
      `${four.slice(0, -1)}resources:\n          requests:\n              cpu: 100m\n              memory: 128Mi\n          limits:\n              memory: 128Mi`,
    );
    assert.equal(
      offeredAt(four).get('capabilities'),
      `${four.slice(0, -1)}securityContext:\n          capabilities:\n              drop:\n              - ALL`,
    );
  });

  it('leave the indentation of the line to an editor that adds it by itself', () => {
    const text = deployment('          ‸');
    const adjusted = offeredAt(text, { insertsAsIs: false }).get('read-only');
    assert.equal(adjusted, deployment('          securityContext:\n  readOnlyRootFilesystem: true'));
  });

  it('know pods in Lists, CronJobs, patches and templates', () => {
    const list = 'apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Pod\n  spec:\n    ‸';
    const cronJob =
      'apiVersion: batch/v1\nkind: CronJob\nspec:\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          ‸';
    const patch =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  template:\n    spec:\n      ‸';
    const template = `apiVersion: apps/v1\nkind: {{ .Values.kind }}\nspec:\n  template:\n    spec:\n      {{- with .Values.x }}\n      nodeSelector:\n        {{- toYaml . | nindent 8 }}\n      {{- end }}\n      ‸\n      containers:\n        - name: web\n`;
    for (const text of [list, cronJob, patch, template]) assert.ok(prefixesAt(text).includes('automount'), text);
  });

  it('are for the API server only where there is one', () => {
    assert.ok(!prefixesAt(deployment('      ‸')).includes('apiserver-admission-volume'));
    const apiServer = deployment('      ‸').replaceAll('web', 'kube-apiserver');
    assert.ok(prefixesAt(apiServer).includes('apiserver-admission-volume'));
  });

  it('are rules where Falco keeps its rules, outputs in its configuration', () => {
    assert.ok(prefixesAt('- macro: a\n  condition: (b)\n\n‸').includes('falco-rule'));
    assert.ok(!prefixesAt('- macro: a\n  condition: (b)\n\n‸').includes('deployment'));
    assert.deepEqual(prefixesAt('json_output: false\nstdout_output:\n  enabled: true\n‸'), [
      'falco-outputs',
      'falco-rules-files',
    ]);
    assert.deepEqual(prefixesAt('‸', { uri: 'file:///chart/templates/_helpers.tpl' }), ['helm-security-context']);
  });

  it('stay away from everything that is not Kubernetes', () => {
    const workflow = 'on: push\njobs:\n  test:\n    ‸\n';
    const compose = 'services:\n  web:\n    image: a\n    ‸\n';
    const values = 'image: a\n‸';
    for (const text of [workflow, compose, values, 'a: 1\n---\n‸']) assert.deepEqual(prefixesAt(text), [], text);
    for (const name of [
      'compose.yaml',
      'docker-compose.override.yml',
      '.github/workflows/test.yml',
      'chart/values.yaml',
      'values-production.yaml',
      'Chart.yaml',
      '.gitlab-ci.yml',
      '.seaworthy.yaml',
      'roles/web/tasks/main.yml',
    ]) {
      assert.deepEqual(prefixesAt('‸', { uri: `file:///work/${name}` }), [], name);
    }
  });

  it('stay out of values, comments, scalars and flow style', () => {
    for (const rest of [
      '          name: ‸',
      '          # ‸',
      '          command: [‸]',
      '          args:\n            - |\n              ‸\n              echo',
      '        ‸x: 1',
      '           ‸',
      '          image: web\n            ‸',
    ]) {
      assert.deepEqual(prefixesAt(deployment(rest)), [], rest);
    }
  });
});
