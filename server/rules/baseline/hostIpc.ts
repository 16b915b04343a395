import { booleanOf, member, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark, hardeningGuidance } from '../links';
import type { Rule } from '../rule';

export const hostIpc: Rule = {
  id: 'host-ipc',
  title: "Keep pods away from the node's shared memory",
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:hostNamespaces'],
  why: `With \`hostIPC: true\` the pod shares memory segments, semaphores and message queues with the processes of its node and
with every other pod that does so. It can read what they exchange, a database's buffers for instance, and change it.`,
  remedy: `Remove \`hostIPC\`. Containers of one pod share memory anyway; for more of it, mount an \`emptyDir\` with
\`medium: Memory\` at \`/dev/shm\`.`,
  links: [baselineStandard, hardeningGuidance, cisBenchmark('5.2.4')],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostIPC: true
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
  needs: ['hostIPC'],
  *check(pod) {
    const field = member(pod.spec, 'hostIPC');
    if (booleanOf(field) !== true) return;
    yield {
      at: field,
      message: 'The pod shares memory and semaphores with the processes of its node',
      fixes: [
        {
          title: 'Remove hostIPC (the pod will share memory only among its own containers)',
          class: 'harden',
          edits: [remove(pathOf(field))],
        },
      ],
    };
  },
};
