import { nakedPod } from '../../../../server/rules/availability/nakedPod';
import { replicas } from '../../../../server/rules/availability/replicas';
import { rollingUpdate } from '../../../../server/rules/availability/rollingUpdate';
import { topologySpread } from '../../../../server/rules/availability/topologySpread';
import { assertMarked } from '../markedManifest';

const workload = (spec: string, podSpec = '', kind = 'Deployment') => `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: web
spec:
  ${spec}
  selector: {matchLabels: {app: web}}
  template:
    metadata:
      labels: {app: web}
    spec:
      containers: [{name: web, image: web:1}]
${podSpec}`;

describe('naked-pod', () => {
  const rules = [nakedPod];
  const pod = (metadata: string, spec = '', mark = '') => `apiVersion: v1
kind: Pod${mark}
metadata: ${metadata}
spec:
  containers: [{name: a, image: a:1}]
${spec}`;

  it('reports pods that are meant to stay and that nobody makes anew', () => {
    assertMarked(pod('{name: a}', '', ' # ← naked-pod'), { rules });
    assertMarked(pod('{name: a}', '  restartPolicy: Never\n'), { rules });
    assertMarked(pod('{name: a, annotations: {helm.sh/hook: test}}'), { rules });
    assertMarked(pod('{name: a, ownerReferences: [{kind: Node}]}'), { rules });
  });
});

describe('replicas', () => {
  const rules = [replicas];

  it('reports one replica, unless the program must be alone or an autoscaler may decide', () => {
    assertMarked(workload('replicas: 1 # ← replicas'), { rules });
    assertMarked(workload('replicas: 2'), { rules });
    assertMarked(workload('replicas: 0'), { rules });
    assertMarked(workload('replicas: {{ .a }}'), { rules });
    assertMarked(workload('paused: false'), { rules });
    assertMarked(workload('replicas: 1\n  strategy: {type: Recreate}'), { rules });
  });
});

describe('topology-spread', () => {
  const rules = [topologySpread];

  it('reports replicas that nothing keeps apart', () => {
    assertMarked(workload('replicas: 3').replace('      containers', '      containers'), { rules: [] });
    assertMarked(workload('replicas: 3').replace('    spec:\n', '    spec: # ← topology-spread\n'), { rules });
    assertMarked(workload('replicas: 3', '      topologySpreadConstraints: []\n'), { rules });
    assertMarked(workload('replicas: 3', '      affinity: {podAntiAffinity: {}}\n'), { rules });
    assertMarked(workload('replicas: 1'), { rules });
  });
});

describe('rolling-update', () => {
  const rules = [rollingUpdate];
  const mark = '# ← rolling-update';
  const claim = '      volumes: [{name: a, persistentVolumeClaim: {claimName: a}}]\n';

  it('reports updates that stop everything, or reach nothing', () => {
    assertMarked(workload(`strategy:\n    type: Recreate ${mark}`), { rules });
    assertMarked(workload('strategy:\n    type: Recreate', claim), { rules });
    assertMarked(workload(`updateStrategy:\n    type: OnDelete ${mark}`, '', 'StatefulSet'), { rules });
    assertMarked(workload(`strategy:\n    rollingUpdate:\n      maxUnavailable: 100% ${mark}`), { rules });
    assertMarked(workload('strategy:\n    type: {{ .a }}'), { rules });
  });
});
