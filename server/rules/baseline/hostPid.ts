import { booleanOf, member, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark, hardeningGuidance } from '../links';
import type { Rule } from '../rule';

export const hostPid: Rule = {
  id: 'host-pid',
  title: "Keep pods away from the node's processes",
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:hostNamespaces'],
  why: `With \`hostPID: true\` the pod sees every process of its node. It can read their command lines, which often hold
passwords, and, as root, the environment and files of other containers through \`/proc\`; it can end the kubelet, or, with
a capability to trace processes, take it over.`,
  remedy: `Remove \`hostPID\`. To look into another container of the same pod, \`shareProcessNamespace: true\` or
\`kubectl debug --target\` is enough. Agents that measure the whole node belong in a namespace of their own.`,
  links: [baselineStandard, hardeningGuidance, cisBenchmark('5.2.3')],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: true
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
  needs: ['hostPID'],
  *check(pod) {
    const field = member(pod.spec, 'hostPID');
    if (booleanOf(field) !== true) return;
    yield {
      at: field,
      message: 'The pod sees all processes of its node',
      fixes: [
        {
          title: 'Remove hostPID (the pod will only see its own processes)',
          class: 'harden',
          edits: [remove(pathOf(field))],
        },
      ],
    };
  },
};
