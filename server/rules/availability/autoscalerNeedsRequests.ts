import { describeContainer } from '../../manifests/pods/podSpec';
import { autoscalerKinds } from '../../manifests/relations/autoscaling';
import { measurementsOf } from '../../manifests/relations/measuringAutoscalers';
import { autoscalingPage, resourcesPage } from '../links';
import { missingResource, missingResourceFix, resourceName } from '../resources/missingResource';
import type { Rule } from '../rule';

export const autoscalerNeedsRequests: Rule = {
  id: 'autoscaler-needs-requests',
  title: 'Give autoscaled pods the requests that are measured',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `An autoscaler that aims at a percentage needs to know of what: of the request. If one container of the pod has none, it
can't compute anything, scales neither up nor down, and says so only in its status and events.`,
  remedy: `Set the request of the measured resource on every container of the pod, injected sidecars included; or measure one
container (\`type: ContainerResource\`), or an absolute amount (\`type: AverageValue\`).`,
  links: [autoscalingPage, resourcesPage],
  bad: `apiVersion: apps/v1
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
          resources:
            requests:
              cpu: 250m
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
  looksAt: 'container',
  among: [...autoscalerKinds, '/LimitRange'],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    for (const { object, resource, isOwn } of measurementsOf(container, objects, kubernetesVersion)) {
      const missing = missingResource(container, { side: 'requests', resource, isOwn }, objects, kubernetesVersion);
      if (!missing) continue;
      const proposals =
        resource === 'cpu' ? (['100m', '250m', '500m'] as const) : (['128Mi', '256Mi', '512Mi'] as const);
      const noun = resourceName(resource);
      yield {
        at: missing,
        message: `The ${describeContainer(container)} has no ${noun} request, so its autoscaler can't compute a utilization`,
        related: [{ object, message: 'This autoscaler aims at a percentage of the request' }],
        fixes: [missingResourceFix(missing, container, proposals)],
      };
    }
  },
};
