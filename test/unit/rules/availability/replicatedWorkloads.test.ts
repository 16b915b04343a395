import assert from 'node:assert/strict';
import { disruptionBudgetMissing } from '../../../../server/rules/availability/disruptionBudgetMissing';
import { replicas } from '../../../../server/rules/availability/replicas';
import { rollingUpdate } from '../../../../server/rules/availability/rollingUpdate';
import { topologySpread } from '../../../../server/rules/availability/topologySpread';
import { selectorMismatch } from '../../../../server/rules/network/selectorMismatch';
import { assertMarked, fixed } from '../markedManifest';

const rules = [replicas, rollingUpdate, topologySpread, selectorMismatch];

interface Written {
  readonly replicas?: string;
  readonly selector?: string;
  readonly strategy?: string;
  readonly labels?: string;
  readonly marked?: string;
}

const kinds: readonly [apiVersion: string, kind: string, takesMap: boolean][] = [
  ['apps/v1', 'Deployment', false],
  ['argoproj.io/v1alpha1', 'Rollout', false],
  ['apps.openshift.io/v1', 'DeploymentConfig', true],
  ['v1', 'ReplicationController', true],
];

function workload(apiVersion: string, kind: string, written: Written): string {
  const { replicas: count = '', selector = '', strategy = '', labels = '{app: web}', marked = '' } = written;
  return `apiVersion: ${apiVersion}
kind: ${kind}
metadata: {name: web}
spec:
${count}${selector}${strategy}  template:
    metadata:
      labels: ${labels}
    spec:${marked}
      containers: [{name: web, image: "registry.example.com/web:1.4.2"}]
`;
}

const selecting = (takesMap: boolean) =>
  takesMap ? '  selector: {app: web}\n' : '  selector: {matchLabels: {app: web}}\n';

describe('workloads of other makers, and of old', () => {
  it('are asked for more than one replica, and that these are kept apart', () => {
    for (const [apiVersion, kind, takesMap] of kinds) {
      const selector = selecting(takesMap);
      assertMarked(workload(apiVersion, kind, { replicas: '  replicas: 1 # ← replicas\n', selector }), { rules });
      const spread = { replicas: '  replicas: 3\n', selector, marked: ' # ← topology-spread' };
      assertMarked(workload(apiVersion, kind, spread), { rules });
      const mended = fixed(workload(apiVersion, kind, { ...spread, marked: '' }), '', { rules });
      assertMarked(mended, { rules });
      assert.match(mended, /labelSelector:\s+matchLabels:\s+app: web/);
    }
  });

  it('must select their own pods, by a mapping of labels where that is what they take', () => {
    for (const [apiVersion, kind, takesMap] of kinds) {
      const selector = selecting(takesMap);
      assertMarked(workload(apiVersion, kind, { selector, labels: '{app: other} # ← selector-mismatch' }), { rules });
      assertMarked(workload(apiVersion, kind, { selector, labels: '{app: web, tier: front}' }), { rules });
      assertMarked(workload(apiVersion, kind, { selector, labels: '{app: "{{ .Values.app }}"}' }), { rules });
      if (takesMap) assertMarked(workload(apiVersion, kind, {}), { rules });
    }
  });

  it('are updated in words of their own', () => {
    const config = (strategy: string) =>
      workload('apps.openshift.io/v1', 'DeploymentConfig', { selector: selecting(true), strategy });
    const mark = '# ← rolling-update';
    assertMarked(config(`  strategy:\n    type: Recreate ${mark}\n`), { rules });
    assert.match(fixed(config('  strategy:\n    type: Recreate\n'), '', { rules }), /type: Rolling\n/);
    assertMarked(config(`  strategy:\n    rollingParams:\n      maxUnavailable: 100% ${mark}\n`), { rules });
    assertMarked(config('  strategy: {type: Custom}\n'), { rules });
    const rollout = (strategy: string) =>
      workload('argoproj.io/v1alpha1', 'Rollout', { selector: selecting(false), strategy });
    assertMarked(rollout(`  strategy:\n    canary:\n      maxUnavailable: 100% ${mark}\n`), { rules });
    assertMarked(rollout('  strategy: {blueGreen: {activeService: web}}\n'), { rules });
  });

  it('get a budget whose selector is one', () => {
    for (const [apiVersion, kind, takesMap] of kinds) {
      const text = `${workload(apiVersion, kind, { replicas: '  replicas: 3\n', selector: selecting(takesMap) })}---
apiVersion: v1
kind: Service
metadata: {name: web}
spec: {selector: {app: web}, ports: [{port: 80}]}
`;
      const mended = fixed(text, '', { rules: [disruptionBudgetMissing] });
      assert.match(mended, /kind: PodDisruptionBudget\n[\s\S]*selector:\s+matchLabels:\s+app: web/);
      assertMarked(mended, { rules: [disruptionBudgetMissing] });
    }
  });
});
