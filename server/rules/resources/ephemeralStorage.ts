import { describeContainer } from '../../manifests/pods/podSpec';
import { resourcesPage } from '../links';
import type { Rule } from '../rule';
import { missingResource, missingResourceFix } from './missingResource';

export const ephemeralStorage: Rule = {
  id: 'ephemeral-storage',
  title: 'Limit what a container writes to its node',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Logs, emptyDir volumes and a container's own layer all lie on the disk of the node. Without a limit one container can
fill it: the kubelet then evicts pods, whosever they are, and pulls no more images.`,
  remedy: `Set \`resources.limits.ephemeral-storage\`; who goes beyond it is evicted alone. Give emptyDir volumes a
\`sizeLimit\` too.`,
  links: [
    { title: 'Local ephemeral storage', url: 'https://kubernetes.io/docs/concepts/storage/ephemeral-storage/' },
    resourcesPage,
  ],
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
        limits:
          ephemeral-storage: 1Gi
`,
  looksAt: 'container',
  among: ['/LimitRange'],
  *checkAmong(container, { objects }, { kubernetesVersion }) {
    const missing = missingResource(
      container,
      { side: 'limits', resource: 'ephemeral-storage' },
      objects,
      kubernetesVersion,
    );
    if (!missing) return;
    yield {
      at: missing,
      message: `The ${describeContainer(container)} has no limit of ephemeral storage, so it can fill the disk of its node`,
      fixes: [missingResourceFix(missing, container, ['1Gi', '2Gi', '5Gi'])],
    };
  },
};
