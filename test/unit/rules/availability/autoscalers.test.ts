import assert from 'node:assert/strict';
import { autoscalerFightsReplicas } from '../../../../server/rules/availability/autoscalerFightsReplicas';
import { autoscalerNeedsRequests } from '../../../../server/rules/availability/autoscalerNeedsRequests';
import { autoscalerTargetMissing } from '../../../../server/rules/availability/autoscalerTargetMissing';
import { cpuRequest } from '../../../../server/rules/resources/cpuRequest';
import { memoryRequest } from '../../../../server/rules/resources/memoryRequest';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const autoscaler = (target: string, namespace = '') => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web${namespace}
spec:
  scaleTargetRef:
${target}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target: {type: Utilization, averageUtilization: 70}
    - type: ContainerResource
      containerResource:
        name: memory
        container: web
        target: {type: Utilization, averageUtilization: 70}
    - type: Resource
      resource:
        name: example.com/gpu
        target: {type: AverageValue, averageValue: 1}
`;
const web = '    apiVersion: apps/v1\n    kind: Deployment\n    name: web';

describe('autoscaler-target-missing', () => {
  const rules = [autoscalerTargetMissing];

  it('reports kinds that cannot be scaled, and groups that do not have the kind', () => {
    assertMarked(
      autoscaler('    apiVersion: apps/v1\n    kind: DaemonSet # ← autoscaler-target-missing\n    name: a'),
      { rules },
    );
    assertMarked(
      autoscaler('    apiVersion: extensions/v1beta1 # ← autoscaler-target-missing\n    kind: Deployment\n    name: a'),
      { rules },
    );
    assertMarked(autoscaler('    apiVersion: apps/v1beta2\n    kind: Deployment\n    name: a'), { rules });
    assertMarked(autoscaler('    apiVersion: {{ .Values.version }}\n    kind: Deployment\n    name: a'), { rules });
    assertMarked(autoscaler('    apiVersion: example.com/v1\n    kind: Worker\n    name: a'), { rules });
  });

  it('says nothing of a workload that may be in another file', () => assertMarked(autoscaler(web), { rules }));
});

describe('autoscaler-fights-replicas', () => {
  const rules = [autoscalerFightsReplicas];
  const deployment = (replicas: string, name = 'web') => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  replicas: ${replicas}
---
`;
  const mark = ' # ← autoscaler-fights-replicas';

  it('reports the number that an autoscaler of the same name, kind and namespace decides', () => {
    assertMarked(deployment(`3${mark}`) + autoscaler(web), { rules });
    for (const text of [
      deployment('0') + autoscaler(web),
      deployment('{{ .Values.replicas }}') + autoscaler(web),
      deployment('3', 'api') + autoscaler(web),
      deployment('3', '{{ .Release.Name }}') + autoscaler(web),
      deployment('3') + autoscaler(web, '\n  namespace: shop'),
      deployment('3') + autoscaler(web.replace('Deployment', 'StatefulSet')),
    ]) {
      assertMarked(text, { rules });
    }
  });

  it("knows KEDA's objects, whose target is a Deployment unless they say otherwise", () => {
    const scaled = (target: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: web}
spec: {scaleTargetRef: ${target}}
`;
    assertMarked(deployment(`3${mark}`) + scaled('{name: web}'), { rules });
    assertMarked(deployment('3') + scaled('{name: web, kind: StatefulSet}'), { rules });
    assertMarked(deployment('3') + scaled('{name: "{{ .a }}"}'), { rules });
  });

  it('is mended by removal', () => {
    const text = deployment('3') + autoscaler(web);
    assert.equal(fixed(text, '', { rules }), text.replace(/spec:\n {2}replicas: 3\n/, ''));
  });
});

describe('autoscaler-needs-requests', () => {
  const workload = (web: string, proxy: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector: {}
  template:
    spec:
      initContainers:
        - name: setup
          image: setup:1
      containers:
        - name: web
          image: web:1
          resources:
            requests: {cpu: 1}${web}
        - name: proxy${proxy}
          image: proxy:1
---
${autoscaler('    apiVersion: apps/v1\n    kind: Deployment\n    name: web')}`;

  it('asks each running container for the request that is measured', () => {
    const mark = ' # ← autoscaler-needs-requests';
    assertMarked(workload(mark, mark), { rules: [autoscalerNeedsRequests] });
  });

  it('speaks instead of the rules that ask everybody for requests', () => {
    const found = findingsIn(workload('', ''), { rules: [autoscalerNeedsRequests, cpuRequest, memoryRequest] });
    assert.deepEqual(found.map(({ finding }) => finding.message.replace(/,.*/, '')).sort(), [
      'The container "proxy" has no CPU request',
      'The container "proxy" has no memory request',
      'The container "web" has no memory request',
      'The init container "setup" has no CPU request',
      'The init container "setup" has no memory request',
    ]);
  });
});
