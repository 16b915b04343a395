import { describeContainer } from '../../manifests/pods/podSpec';
import { mayHaveUserNamespace } from '../../manifests/pods/securityContext';
import { type Field, member, pathOf, stringOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { baselineStandard } from '../links';
import type { Fix, Rule } from '../rule';

export const procMount: Rule = {
  id: 'proc-mount',
  title: 'Keep the sensitive parts of /proc masked',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:procMount', 'pss:restricted:procMount_restricted'],
  why: `Container runtimes hide parts of \`/proc\` and make others read-only, since through them a process reads the kernel's
memory and changes its settings for the whole node. \`procMount: Unmasked\` brings them back.`,
  remedy: `Remove \`procMount\`. Only what runs containers inside its container needs it, and then together with \`hostUsers: false\`: in a user
namespace of its own the pod's root is nobody on the node, and from Kubernetes 1.35 on the baseline level allows it.`,
  links: [
    {
      title: 'Managing access to the /proc filesystem',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#proc-access',
    },
    baselineStandard,
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
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
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'container',
  needs: ['procMount'],
  *check(container, { kubernetesVersion }) {
    const field = member(container.securityContext, 'procMount');
    const value = stringOf(field);
    if (value === undefined || value === 'Default') return;
    if (kubernetesVersion >= 35 && mayHaveUserNamespace(container.pod)) return;
    yield {
      at: field,
      message: `The ${describeContainer(container)} sees parts of /proc that are hidden from containers`,
      fixes: [procMountRemoval(field)],
    };
  },
};

/** How any use of `procMount` is mended. */
export function procMountRemoval(field: Field): Fix {
  return {
    title: 'Remove procMount (what runs containers inside of the container stops working)',
    class: 'harden',
    edits: [remove(pathOf(field))],
  };
}
