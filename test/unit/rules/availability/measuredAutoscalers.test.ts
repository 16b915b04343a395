import { autoscalerFixedSize } from '../../../../server/rules/availability/autoscalerFixedSize';
import { autoscalerNeedsRequests } from '../../../../server/rules/availability/autoscalerNeedsRequests';
import { assertMarked, fixed } from '../markedManifest';

const mark = ' # ← autoscaler-needs-requests';

const workload = (containers: string, pod = '') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
${pod}${containers}`;

const autoscaler = (metrics: string, apiVersion = 'autoscaling/v2') => `---
apiVersion: ${apiVersion}
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  maxReplicas: 5
${metrics}`;

const cpu =
  '  metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]\n';
const ofWeb =
  '  metrics: [{type: ContainerResource, containerResource: {name: cpu, container: web, target: {type: Utilization, averageUtilization: 70}}}]\n';

const two = (
  web: string,
  proxy: string,
  [markedWeb = '', markedProxy = '']: readonly string[] = [],
) => `      containers:
        - name: web${markedWeb}
          image: web:1${web}
        - name: proxy${markedProxy}
          image: proxy:1${proxy}
`;
const asks = '\n          resources: {requests: {cpu: 100m}}';
const limits = '\n          resources: {limits: {cpu: 100m}}';

describe('an autoscaler that measures', () => {
  const options = { rules: [autoscalerNeedsRequests] };

  it('measures the CPU where no metric is written', () => {
    assertMarked(workload(two('', asks, [mark])) + autoscaler(''), options);
    assertMarked(workload(two('', asks, [mark])) + autoscaler('  metrics: []\n'), options);
    assertMarked(workload(two(limits, asks)) + autoscaler(''), options);
    assertMarked(workload(two('', asks, [mark])) + autoscaler('', 'autoscaling/v1'), options);
    assertMarked(workload(two('', '')) + autoscaler('  metrics: {{ toYaml .Values.metrics | nindent 4 }}\n'), options);
  });

  it('asks sidecars too, and one container alone where that is measured', () => {
    const sidecar = `      initContainers:
        - name: mesh${mark}
          image: mesh:1
          restartPolicy: Always
        - name: setup
          image: setup:1
`;
    assertMarked(workload(sidecar + two(asks, asks)) + autoscaler(cpu), options);
    assertMarked(workload(sidecar.replace(mark, '') + two(asks, '')) + autoscaler(ofWeb), options);
    assertMarked(workload(two('', asks, [mark])) + autoscaler(ofWeb), options);
  });

  it('takes what the pod asks for as a whole, unless one container is measured', () => {
    const whole = '      resources: {requests: {cpu: "1"}}\n';
    assertMarked(workload(two('', ''), whole) + autoscaler(cpu), options);
    assertMarked(workload(two('', '', [mark]), whole) + autoscaler(ofWeb), options);
    const memory = '      resources: {requests: {memory: 1Gi}}\n';
    assertMarked(workload(two('', asks), memory) + autoscaler(cpu), options);
    assertMarked(workload(two('', '', [mark, mark]), memory) + autoscaler(cpu), options);
  });

  it('takes what a LimitRange fills in', () => {
    const range =
      '---\napiVersion: v1\nkind: LimitRange\nmetadata: {name: web}\nspec: {limits: [{type: Container, defaultRequest: {cpu: 100m}}]}\n';
    assertMarked(workload(two('', '')) + autoscaler(cpu) + range, options);
  });
});

describe('autoscaler-fixed-size', () => {
  const options = { rules: [autoscalerFixedSize] };
  const own = '# ← autoscaler-fixed-size';
  const sized = (sizes: string) => `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: {name: web}
spec:
  scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
${sizes}`;
  const keda = (sizes: string) => `apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: web}
spec:
  scaleTargetRef: {name: web}
  triggers: [{type: cpu, metricType: Utilization, metadata: {value: "50"}}]
${sizes}`;

  it('reports a least number of replicas that is the greatest, or above it', () => {
    assertMarked(sized(`  minReplicas: 3\n  maxReplicas: 3 ${own}\n`), options);
    assertMarked(sized(`  maxReplicas: 1 ${own}\n`), options);
    assertMarked(sized(`  minReplicas: 4\n  maxReplicas: 3 ${own}\n`), options);
    assertMarked(keda(`  minReplicaCount: 2\n  maxReplicaCount: 2 ${own}\n`), options);
    assertMarked(fixed(sized('  minReplicas: 3\n  maxReplicas: 3\n'), '', options), options);
  });

  it('is silent where there is room, or a template decides', () => {
    assertMarked(sized('  minReplicas: 2\n  maxReplicas: 3\n'), options);
    assertMarked(sized('  maxReplicas: 2\n'), options);
    assertMarked(sized('  minReplicas: {{ .Values.least }}\n  maxReplicas: 3\n'), options);
    assertMarked(sized('  minReplicas: 3\n  maxReplicas: ${MOST}\n'), options);
    assertMarked(
      'apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {maxReplicas: 1}\n',
      options,
    );
    assertMarked(keda('  maxReplicaCount: 1\n'), options);
    assertMarked(keda('  minReplicaCount: 2\n'), options);
    assertMarked(keda('  idleReplicaCount: 0\n  minReplicaCount: 2\n  maxReplicaCount: 2\n'), options);
  });
});
