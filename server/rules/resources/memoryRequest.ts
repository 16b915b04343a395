import { describeContainer } from '../../manifests/pods/podSpec';
import { autoscalerKinds } from '../../manifests/relations/autoscaling';
import { measurementsOf } from '../../manifests/relations/measuringAutoscalers';
import { resourcesPage } from '../links';
import type { Rule } from '../rule';
import { fractionalResource } from './fractionalResource';
import { missingResource, missingResourceFix } from './missingResource';

export const memoryRequest: Rule = {
  id: 'memory-request',
  title: 'Say how much memory a container needs',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `The scheduler puts pods where their requests fit. A container without a request counts as nothing: nodes fill up beyond
what they have, and when memory runs out such pods are the first that the kernel kills and the kubelet evicts.`,
  remedy: `Set \`resources.requests.memory\` to what the container uses in normal operation. Where only a limit is written, the
API server takes it as the request too; a LimitRange of the namespace and, from 1.34 on, \`resources\` of the pod as a whole
count as well.`,
  links: [resourcesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      resources:
        requests:
          memory: 128Mi
`,
  looksAt: 'container',
  among: [...autoscalerKinds, '/LimitRange'],
  refutedBy: ['/LimitRange'],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    yield* fractionalResource(container, 'requests', 'warning');
    const missing = missingResource(container, { side: 'requests', resource: 'memory' }, objects, kubernetesVersion);
    if (!missing) return;
    // Of a request that an autoscaler measures by, another rule tells.
    if (measurementsOf(container, objects, kubernetesVersion).some(({ resource }) => resource === 'memory')) return;
    yield {
      at: missing,
      message: `The ${describeContainer(container)} has no memory request, so it is placed anywhere and killed first when memory runs out`,
      fixes: [missingResourceFix(missing, container, ['128Mi', '256Mi', '512Mi'])],
    };
  },
};
