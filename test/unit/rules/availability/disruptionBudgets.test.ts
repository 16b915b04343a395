import assert from 'node:assert/strict';
import { disruptionBudgetBlocksEviction } from '../../../../server/rules/availability/disruptionBudgetBlocksEviction';
import { disruptionBudgetMissing } from '../../../../server/rules/availability/disruptionBudgetMissing';
import { assertMarked, fixed } from '../markedManifest';

const budget = (
  amount: string,
  selector = '{matchLabels: {app: web}}',
  version = 'v1',
) => `apiVersion: policy/${version}
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  ${amount}
  selector: ${selector}
`;
const workload = (replicas: string, kind = 'Deployment') => `---
apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
  ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers: [{name: web, image: web:1}]
`;
const mark = ' # ← disruption-budget-blocks-eviction';

describe('disruption-budget-blocks-eviction', () => {
  const rules = [disruptionBudgetBlocksEviction];

  it('reports budgets that allow nothing by themselves', () => {
    for (const amount of ['maxUnavailable: 0', 'maxUnavailable: 0%', 'minAvailable: 100%'])
      assertMarked(budget(amount + mark), { rules });
    for (const amount of [
      'maxUnavailable: 1',
      'maxUnavailable: 30%',
      'minAvailable: 0',
      'minAvailable: 50%',
      'minAvailable: {{ .a }}',
    ]) {
      assertMarked(budget(amount), { rules });
    }
  });

  it('counts the replicas that it selects, a percentage rounded up as Kubernetes does', () => {
    assertMarked(budget(`minAvailable: 1${mark}`) + workload('replicas: 1'), { rules });
    assertMarked(budget('minAvailable: 1') + workload('replicas: 2'), { rules });
    assertMarked(budget(`minAvailable: 67%${mark}`) + workload('replicas: 3'), { rules });
    assertMarked(budget('minAvailable: 66%') + workload('replicas: 3'), { rules });
    assertMarked(budget('minAvailable: 2') + workload('replicas: 1') + workload('replicas: 2'), { rules });
  });

  it('says nothing where the number of pods is not certain', () => {
    for (const others of [
      workload('paused: false'),
      workload('replicas: {{ .a }}'),
      workload('minReadySeconds: 1', 'DaemonSet'),
      '',
    ]) {
      assertMarked(budget('minAvailable: 1') + others, { rules });
    }
  });

  it('takes the least of an autoscaler', () => {
    const autoscaler = (least: string) => `---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  ${least}
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
`;
    assertMarked(budget(`minAvailable: 2${mark}`) + workload('paused: false') + autoscaler('minReplicas: 2'), {
      rules,
    });
    assertMarked(budget('minAvailable: 2') + workload('paused: false') + autoscaler('minReplicas: 3'), { rules });
  });

  it('is mended so that one pod may go', () => {
    assert.equal(
      fixed(budget('minAvailable: 100%'), '', { rules }),
      budget('maxUnavailable: 1').replace('  maxUnavailable: 1\n', '').replace('}}\n', '}}\n  maxUnavailable: 1\n'),
    );
  });
});

describe('disruption-budget-missing', () => {
  const rules = [disruptionBudgetMissing];
  const missing = ' # ← disruption-budget-missing';
  const service = '---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\n';

  it('reports several replicas without a budget, in a file that holds a whole application', () => {
    assertMarked(workload(`replicas: 3${missing}`) + service, { rules });
    assertMarked(workload('replicas: 3'), { rules });
    assertMarked(workload('replicas: 1') + service, { rules });
    assertMarked(`${workload('replicas: 3')}---\n${budget('maxUnavailable: 1')}`, { rules });
    assertMarked(`${workload('replicas: 3')}---\n${budget('maxUnavailable: 1', '{}')}`, { rules });
    assertMarked(`${workload(`replicas: 3${missing}`)}---\n${budget('maxUnavailable: 1', '{}', 'v1beta1')}`, { rules });
    assertMarked(`${workload('replicas: 3')}---\n${budget('maxUnavailable: 1', '{{ .a }}')}`, { rules });
  });
});
