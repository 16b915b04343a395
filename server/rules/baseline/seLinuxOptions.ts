import { describeOwner } from '../../manifests/pods/podSpec';
import { securityContextFields } from '../../manifests/pods/securityContext';
import { namesAcceptedAt } from '../../manifests/versions/kubernetesVersion';
import { type Field, pathOf, stringOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import { baselineStandard, hardeningGuidance } from '../links';
import type { Fix, Rule } from '../rule';
import { containerSeLinuxTypes } from './containerSeLinuxTypes';

export const seLinuxOptions: Rule = {
  id: 'selinux-options',
  title: "Keep containers in SELinux's domain for containers",
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:seLinuxOptions'],
  why: `SELinux decides by a process's user, role and type what it may touch. A container of the type \`spc_t\` or \`unconfined_t\`
may touch everything on the node, and another user or role can open the way to such types.`,
  remedy: `Remove \`type\`, \`user\` and \`role\`, so that the runtime labels the container, or use a type that is made for
containers. \`level\` may stay: it separates pods from each other. For files that carry another label, relabel the files.`,
  links: [
    {
      title: 'Assign SELinux labels to a container',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#assign-selinux-labels-to-a-container',
    },
    baselineStandard,
    hardeningGuidance,
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
        seLinuxOptions:
          type: spc_t
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        seLinuxOptions:
          type: container_t
`,
  looksAt: 'pod spec',
  needs: ['seLinuxOptions'],
  *check(pod, { kubernetesVersion }) {
    const allowedTypes = namesAcceptedAt(kubernetesVersion, containerSeLinuxTypes);
    for (const part of ['type', 'user', 'role']) {
      for (const { owner, field } of securityContextFields(pod, 'seLinuxOptions', part)) {
        const value = stringOf(field);
        if (!value) continue;
        if (part === 'type' && allowedTypes.includes(value)) continue;
        const choices = part === 'type' ? allowedTypes.map((type) => choice(field, type)) : [];
        yield {
          at: field,
          message: `The ${describeOwner(owner)} asks for the SELinux ${part} "${value}", which may be allowed anything on the node`,
          fixes: [...choices, removal(field, part)],
        };
      }
    }
  },
};

function choice(field: Field, type: string): Fix {
  return {
    title: `Use the SELinux type ${type} (what only the other type is allowed stops working)`,
    class: 'ask',
    edits: [set(pathOf(field), type)],
  };
}

function removal(field: Field, part: string): Fix {
  return {
    title: `Remove the SELinux ${part} (the container runtime will choose it)`,
    class: 'ask',
    edits: [remove(pathOf(field))],
  };
}
