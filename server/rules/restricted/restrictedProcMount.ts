import { describeContainer } from '../../manifests/pods/podSpec';
import { hasUserNamespace } from '../../manifests/pods/securityContext';
import { member, stringOf } from '../../yaml/field/field';
import { procMountRemoval } from '../baseline/procMount';
import { restrictedStandard } from '../links';
import { restrictedRule } from './restrictedRule';

export const restrictedProcMount = restrictedRule({
  id: 'restricted-proc-mount',
  title: 'Keep /proc masked in user namespaces too',
  standards: ['pss:restricted:procMount_restricted'],
  why: `In a user namespace root is nobody on the node, so the baseline level lets such a pod see all of \`/proc\`. What is hidden
there still tells about the node and reaches into the kernel, and each entry is one more place where a fault of the kernel can
be met: more than a service needs that runs no containers of its own.`,
  remedy: `Remove \`procMount\`. A builder of images or a sandbox that runs containers inside of its container needs it: give it a
namespace of its own that enforces the baseline level.`,
  links: [
    {
      title: 'Managing access to the /proc filesystem',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access',
    },
    restrictedStandard,
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        procMount: Unmasked
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostUsers: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'container',
  needs: ['procMount'],
  *check(container, { kubernetesVersion }) {
    // Everywhere else the baseline level forbids it already.
    if (kubernetesVersion < 35 || !hasUserNamespace(container.pod)) return;
    const field = member(container.securityContext, 'procMount');
    const value = stringOf(field);
    if (value === undefined || value === 'Default') return;
    yield {
      at: field,
      message: `The ${describeContainer(container)} sees all of /proc, which the restricted level allows to no pod`,
      fixes: [procMountRemoval(field)],
    };
  },
});
