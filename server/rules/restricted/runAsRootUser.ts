import { describeOwner } from '../../manifests/pods/podSpec';
import { mayHaveUserNamespace, securityContextFields } from '../../manifests/pods/securityContext';
import { numberOf, pathOf } from '../../yaml/field/field';
import { blank, remove, set } from '../../yaml/write/edits';
import { cisBenchmark, hardeningGuidance, restrictedStandard } from '../links';
import { restrictedRule } from './restrictedRule';

export const runAsRootUser = restrictedRule({
  id: 'run-as-root-user',
  title: 'Run as another user than root',
  standards: ['pss:restricted:runAsUser', 'cis:5.2.7', 'nsa:pod-security'],
  why: `User 0 of a container is user 0 of the node, kept apart by namespaces and filters alone. A fault in the runtime or the
kernel, or a directory of the node that is mounted, hands the node to whoever is root inside; as another user the same fault
often leads nowhere. A value of the pod counts even if each container has a better one of its own.`,
  remedy: `Name a user that the image can work as: the number in its \`USER\` line, or any other if its files are readable for
everybody. \`fsGroup\` makes volumes writable for it, and ports below 1024 need no root any more. From Kubernetes 1.35 on
\`hostUsers: false\` is enough, since root in a user namespace is nobody on the node.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    restrictedStandard,
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
    cisBenchmark('5.2.7'),
    hardeningGuidance,
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 0
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 1000
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['runAsUser'],
  *check(pod, { kubernetesVersion }) {
    if (kubernetesVersion < 23 || (kubernetesVersion >= 35 && mayHaveUserNamespace(pod))) return;
    for (const { owner, field } of securityContextFields(pod, 'runAsUser')) {
      if (numberOf(field) !== 0) continue;
      yield {
        at: field,
        message: `The ${describeOwner(owner)} runs as root`,
        fixes: [
          {
            title: 'Run as another user (files and ports that only root may use are out of reach)',
            class: 'ask',
            edits: [set(pathOf(field), blank(1000))],
          },
          {
            title: "Remove runAsUser (the image's own user applies, which may be root too)",
            class: 'ask',
            edits: [remove(pathOf(field))],
          },
        ],
      };
    }
  },
});
