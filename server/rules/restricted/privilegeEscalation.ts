import { grantsFullControl } from '../../manifests/pods/capabilities';
import { isPartialPod } from '../../manifests/pods/partial';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { booleanOf, type Field, member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { cisBenchmark, hardeningGuidance, restrictedStandard } from '../links';
import type { Fault, Fix, RuleContext } from '../rule';
import { onLinux } from './onLinux';
import { restrictedRule } from './restrictedRule';

export const privilegeEscalation = restrictedRule({
  id: 'privilege-escalation',
  title: 'Keep processes from gaining privileges',
  standards: ['pss:restricted:allowPrivilegeEscalation', 'cis:5.2.6', 'nsa:pod-security'],
  why: `A process may come out of \`exec\` with more rights than it went in: \`sudo\`, \`ping\` and every other file with the
set-user-ID bit or file capabilities make root out of anybody. One such program in the image, or one that an attacker brings
along on a volume, undoes all that \`runAsUser\` and \`runAsNonRoot\` promise. Kubernetes allows this unless told otherwise.`,
  remedy: `Set \`allowPrivilegeEscalation: false\` on every container; it can't be set for the whole pod. It is the kernel's
\`no_new_privs\`: programs that call \`sudo\` or \`su\`, and images that start as root by a set-user-ID file, stop working. Beside
\`privileged: true\` or the capability \`SYS_ADMIN\` it has no effect, and the API server refuses the pod.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    restrictedStandard,
    {
      title: 'No New Privileges flag (Linux)',
      url: 'https://docs.kernel.org/userspace-api/no_new_privs.html',
    },
    cisBenchmark('5.2.6'),
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
        runAsUser: 1000
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
        allowPrivilegeEscalation: false
        runAsUser: 1000
`,
  looksAt: 'container',
  check: onLinux(allowedEscalation),
});

/** Whether the processes of a container may gain privileges, on whichever system. */
export function* allowedEscalation(container: Container, { kubernetesVersion }: RuleContext): Iterable<Fault> {
  const { pod, securityContext } = container;
  if (kubernetesVersion < 8) return;
  const field = member(securityContext, 'allowPrivilegeEscalation');
  const isAllowed = booleanOf(field);
  if (isAllowed === false || field.state === 'unknown') return;
  if (isAllowed === undefined && (field.state === 'known' || isPartialPod(pod))) return;
  yield {
    at: field,
    message: isAllowed
      ? `The ${describeContainer(container)} lets its processes gain privileges`
      : `The ${describeContainer(container)} does not keep its processes from gaining privileges`,
    fixes: fixes(container, field, isAllowed === true),
  };
}

function fixes(container: Container, field: Field, isChosen: boolean): Fix[] {
  // The API server refuses false beside what gives every privilege anyway.
  if (grantsFullControl(container) !== false) return [];
  return [
    {
      title: 'Set allowPrivilegeEscalation to false (sudo and other set-user-ID programs stop working)',
      class: isChosen ? 'ask' : 'harden',
      edits: [set(pathOf(field), false)],
    },
  ];
}
