import { describeOwner } from '../../manifests/pods/podSpec';
import { fieldsInForce, mayHaveUserNamespace } from '../../manifests/pods/securityContext';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { numberOf, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

/** Below it are the users that distributions and their packages make (Debian Policy 9.2.2; peers ask for the same). */
const firstHighId = 10_000;

export const lowUserId: Rule = {
  id: 'low-user-id',
  title: 'Run as a user that no node has',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Numbers of users mean the same inside and outside of a container. Below 10000 they belong to people and services of the node: a
process that gets out, or a directory of the node that is mounted, finds files there that are its own.`,
  remedy: `Choose a number of 10000 or more, another one for each service, and give it the files it needs: in the image, or with \`fsGroup\`
for volumes. With \`hostUsers: false\` the numbers are the pod's own, and nothing of this matters.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
  ],
  bad: `apiVersion: v1
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
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 10001
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['runAsUser'],
  *check(pod) {
    if (mayHaveUserNamespace(pod) || mayBeWindows(pod)) return;
    for (const { owner, field } of fieldsInForce(pod, 'runAsUser')) {
      const id = numberOf(field);
      // Root has a rule of its own.
      if (id === undefined || id <= 0 || id >= firstHighId) continue;
      yield {
        at: field,
        message: `The ${describeOwner(owner)} runs as user ${id}, which nodes may have too`,
        fixes: [
          {
            title: 'Run as a user above 10000 (files of the old one are out of reach)',
            class: 'ask',
            edits: [set(pathOf(field), blank(10_001))],
          },
        ],
      };
    }
  },
};
