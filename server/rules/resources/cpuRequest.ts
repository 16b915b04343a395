import { describeContainer } from '../../manifests/pods/podSpec';
import { autoscalerKinds } from '../../manifests/relations/autoscaling';
import { measurementsOf } from '../../manifests/relations/measuringAutoscalers';
import { resourcesPage } from '../links';
import type { Rule } from '../rule';
import { missingResource, missingResourceFix } from './missingResource';

export const cpuRequest: Rule = {
  id: 'cpu-request',
  title: 'Say how much CPU a container needs',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `CPU time is shared in proportion to requests. A container without one gets what the others leave over, so it starves on
a busy node, and the scheduler, which counts it as nothing, has put too much there; a HorizontalPodAutoscaler has nothing to
measure it by.`,
  remedy: `Set \`resources.requests.cpu\` to what the container uses in normal operation: \`100m\` is a tenth of a core. A limit
alone counts as a request, and so do the defaults of a LimitRange and, from 1.34 on, \`resources\` of the pod as a whole.`,
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
          cpu: 100m
`,
  looksAt: 'container',
  among: [...autoscalerKinds, '/LimitRange'],
  refutedBy: ['/LimitRange'],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    const missing = missingResource(container, { side: 'requests', resource: 'cpu' }, objects, kubernetesVersion);
    if (!missing) return;
    // Of a request that an autoscaler measures by, another rule tells.
    if (measurementsOf(container, objects, kubernetesVersion).some(({ resource }) => resource === 'cpu')) return;
    yield {
      at: missing,
      message: `The ${describeContainer(container)} has no CPU request, so it starves on a busy node`,
      fixes: [missingResourceFix(missing, container, ['100m', '250m', '500m'])],
    };
  },
};
