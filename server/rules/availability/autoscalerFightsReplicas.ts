import { identityOf } from '../../manifests/facts/identityFacts';
import { autoscalerKinds, scales } from '../../manifests/relations/autoscaling';
import { replicatedKindNames } from '../../manifests/relations/replicatedWorkloads';
import { descend, numberOf, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { autoscalingPage } from '../links';
import type { Rule } from '../rule';

export const autoscalerFightsReplicas: Rule = {
  id: 'autoscaler-fights-replicas',
  title: 'Leave the number of replicas to the autoscaler',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `Every time the manifest is applied the workload goes back to the number it says, however many pods the autoscaler has
just started: in the middle of a peak a deployment takes most of them away, and the rest goes down under the load.`,
  remedy: `Remove \`replicas\`; the autoscaler's \`minReplicas\` is the least. Where the object was made by \`kubectl apply\`
with the field in it, taking it away sets it to 1 for a moment: follow the steps of the linked page.`,
  links: [
    {
      title: 'Migrating Deployments and StatefulSets to horizontal autoscaling',
      url: 'https://kubernetes.io/docs/tasks/run-application/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling',
    },
    autoscalingPage,
  ],
  bad: `apiVersion: apps/v1
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
  good: `apiVersion: apps/v1
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
  looksAt: 'object',
  kinds: replicatedKindNames,
  among: autoscalerKinds,
  *checkAmong(object, { objects }) {
    const autoscalers = objects.filter((other) => other.autoscaler);
    if (autoscalers.length === 0) return;
    const replicas = descend(object.root, 'spec', 'replicas');
    // Nothing is scaled that stands at 0: somebody has switched it off.
    if (!numberOf(replicas)) return;
    const own = identityOf(object);
    const autoscaler = autoscalers.find((other) => scales(other, own) === true);
    if (!autoscaler) return;
    yield {
      at: replicas,
      message: `Applying this manifest undoes what the autoscaler "${autoscaler.name}" has decided`,
      related: [{ object: autoscaler, message: 'This autoscaler sets the number of replicas' }],
      fixes: [{ title: 'Remove replicas', class: 'ask', edits: [remove(pathOf(replicas))] }],
    };
  },
};
