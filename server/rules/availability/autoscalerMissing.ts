import { identityOf } from '../../manifests/facts/identityFacts';
import { objectsWith } from '../../manifests/facts/objectsWith';
import { isPartialPod } from '../../manifests/pods/partial';
import { autoscalerKinds, scales } from '../../manifests/relations/autoscaling';
import { isReplicated } from '../../manifests/relations/replicatedWorkloads';
import { selectingServices } from '../../manifests/relations/selectingServices';
import { descend, numberOf } from '../../yaml/field/field';
import { autoscalingPage } from '../links';
import type { Rule } from '../rule';
import { isToldAsAWhole } from './toldAsAWhole';

export const autoscalerMissing: Rule = {
  id: 'autoscaler-missing',
  title: 'Let the load decide how many replicas run',
  severity: 'hint',
  profile: 'all',
  standards: [],
  why: `A fixed number of replicas is too small in a peak, which somebody may cause on purpose, and too large in between. An
autoscaler follows the load, within limits that also bound what it may cost.`,
  remedy: `Add a HorizontalPodAutoscaler for the workload, give its containers requests, and remove \`replicas\` from it.`,
  links: [autoscalingPage],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`,
  looksAt: 'pod spec',
  needs: ['replicas'],
  among: [...autoscalerKinds, '/Service'],
  alsoAsks: 'which kinds there are',
  refutedBy: autoscalerKinds,
  *checkAmong(pod, neighbours) {
    const { kind, root } = pod.object;
    // The pods of a StatefulSet are seldom all the same.
    if (!isReplicated(pod.object) || kind === 'StatefulSet' || isPartialPod(pod)) return;
    const replicas = descend(root, 'spec', 'replicas');
    if ((numberOf(replicas) ?? 0) < 2 || !isToldAsAWhole(neighbours)) return;
    const own = identityOf(pod.object);
    if (objectsWith(neighbours.objects, 'autoscaler').some((other) => scales(other, own) !== false)) return;
    // Load comes through a Service.
    if (selectingServices(pod, neighbours.objects).length === 0) return;
    yield { at: replicas, message: `This ${kind} serves requests with a fixed number of pods, whatever the load` };
  },
};
