import { capabilityItems } from '../../manifests/pods/capabilities';
import { describeContainer } from '../../manifests/pods/podSpec';
import { booleanOf, member, pathOf, stringOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const privilegeEscalationConflict: Rule = {
  id: 'privilege-escalation-conflict',
  title: 'Forbid privilege escalation only where there is something left to gain',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `A privileged container, or one with \`SYS_ADMIN\`, has every privilege already: \`allowPrivilegeEscalation: false\` beside it
only looks like protection. The API server refuses it beside \`privileged: true\` and beside the capability written as
\`CAP_SYS_ADMIN\`, so that the pod is never created.`,
  remedy: `Take the privileges away if the container works without them. If it needs them, remove \`allowPrivilegeEscalation\`, so
that the manifest says what is the case.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    {
      title: 'SecurityContext in the API reference',
      url: 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#security-context-1',
    },
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
        allowPrivilegeEscalation: false
        capabilities:
          add:
            - SYS_ADMIN
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
`,
  looksAt: 'container',
  needs: ['allowPrivilegeEscalation'],
  *check(container) {
    const { securityContext } = container;
    const escalation = member(securityContext, 'allowPrivilegeEscalation');
    if (booleanOf(escalation) !== false) return;
    const privileged = member(securityContext, 'privileged');
    const isPrivileged = booleanOf(privileged) === true;
    const administers = capabilityItems(container, 'add').filter((item) =>
      /^(?:CAP_)?SYS_ADMIN$/.test(stringOf(item) ?? ''),
    );
    const [grant] = isPrivileged ? [privileged] : administers;
    if (!grant) return;
    const what = isPrivileged ? 'privileged: true' : `the capability ${stringOf(grant)}`;
    const isRefused = isPrivileged || administers.some((item) => stringOf(item) === 'CAP_SYS_ADMIN');
    yield {
      at: escalation,
      message: isRefused
        ? `The API server refuses the ${describeContainer(container)}: allowPrivilegeEscalation is false beside ${what}`
        : `The ${describeContainer(container)} has ${what}, beside which allowPrivilegeEscalation: false protects nothing`,
      ...(isRefused && { severity: 'error' }),
      fixes: [
        {
          title: `Remove ${what} (what needs it stops working)`,
          class: 'ask',
          edits: (isPrivileged ? [privileged, ...administers] : administers).map((field) => remove(pathOf(field))),
        },
        {
          title: 'Remove allowPrivilegeEscalation (the container keeps its privileges)',
          class: 'ask',
          edits: [remove(pathOf(escalation))],
        },
      ],
    };
  },
};
