import { describeContainer } from '../../manifests/pods/podSpec';
import { hardeningGuidance, resourcesPage } from '../links';
import type { Rule } from '../rule';
import { fractionalResource } from './fractionalResource';
import { missingResource, missingResourceFix } from './missingResource';

export const memoryLimit: Rule = {
  id: 'memory-limit',
  title: 'Limit the memory of a container',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:network-separation'],
  why: `A container without a memory limit can take all that its node has. A leak, or a request that was made to be expensive,
then doesn't end in the restart of one container but in the kernel killing processes of other pods, up to the kubelet itself.`,
  remedy: `Set \`resources.limits.memory\`, preferably equal to the request, so that the scheduler reserves what the container may use. A container
that goes beyond it is killed and started again, so measure first. Memory is counted in bytes: \`256Mi\`, never \`256m\`, which is a quarter of a byte.`,
  links: [resourcesPage, hardeningGuidance],
  bad: `apiVersion: v1
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
        limits:
          memory: 128Mi
`,
  looksAt: 'container',
  among: ['/LimitRange'],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    yield* fractionalResource(container, 'limits', 'error');
    const missing = missingResource(container, { side: 'limits', resource: 'memory' }, objects, kubernetesVersion);
    if (!missing) return;
    yield {
      at: missing,
      message: `The ${describeContainer(container)} has no memory limit, so it can take all memory of its node`,
      fixes: [missingResourceFix(missing, container, ['256Mi', '512Mi', '1Gi'])],
    };
  },
};
