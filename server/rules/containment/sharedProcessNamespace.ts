import { booleanOf, member, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const sharedProcessNamespace: Rule = {
  id: 'shared-process-namespace',
  title: 'Keep the containers of a pod apart',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `With \`shareProcessNamespace\` every container sees the processes of all others: their arguments, through \`/proc\` their environment
and their file systems, with the secrets in them, and it may send them signals. Whoever breaks into the least of them has the rest.`,
  remedy: `Remove it. A sidecar that has to signal another container, to make it read its configuration anew, mostly can do so over a
socket or HTTP; for debugging, \`kubectl debug --target\` shows the processes of one container for as long as it is needed.`,
  links: [
    {
      title: 'Share process namespace between containers in a Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/share-process-namespace/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  shareProcessNamespace: true
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
`,
  looksAt: 'pod spec',
  needs: ['shareProcessNamespace'],
  *check(pod) {
    const field = member(pod.spec, 'shareProcessNamespace');
    if (booleanOf(field) !== true) return;
    yield {
      at: field,
      message: 'The containers of the pod see and signal the processes of each other',
      fixes: [
        {
          title: 'Remove shareProcessNamespace (containers no longer see the processes of others)',
          class: 'ask',
          edits: [remove(pathOf(field))],
        },
      ],
    };
  },
};
