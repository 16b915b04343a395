import { describeContainer } from '../../manifests/pods/podSpec';
import { resourcesPage } from '../links';
import type { Rule } from '../rule';
import { missingResource, missingResourceFix } from './missingResource';

export const cpuLimit: Rule = {
  id: 'cpu-limit',
  title: 'Limit the CPU of a container',
  severity: 'information',
  profile: 'all',
  standards: ['nsa:network-separation'],
  why: `Where strangers share nodes, a container without a CPU limit can use every idle core: neighbours see their latency jump,
and stolen code mines coins at full speed. Among friends requests are enough, and a limit slows a container down although cores
are idle: that is why only the largest profile asks for it.`,
  remedy: `Set \`resources.limits.cpu\` well above the request. Where latency matters more than fairness, leave it out and
switch this rule off.`,
  links: [resourcesPage],
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
          cpu: 100m
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
        limits:
          cpu: 500m
`,
  looksAt: 'container',
  among: ['/LimitRange'],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    const missing = missingResource(container, { side: 'limits', resource: 'cpu' }, objects, kubernetesVersion);
    if (!missing) return;
    yield {
      at: missing,
      message: `The ${describeContainer(container)} has no CPU limit, so it can use every idle core of its node`,
      fixes: [missingResourceFix(missing, container, ['500m', '1', '2'])],
    };
  },
};
