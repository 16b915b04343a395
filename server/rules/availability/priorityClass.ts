import { isPartialPod } from '../../manifests/pods/partial';
import { member, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const priorityClass: Rule = {
  id: 'priority-class',
  title: 'Say which pods go first when room is short',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `When nodes are full, the scheduler makes room for pods of a higher priority and the kubelet evicts those of a lower one
first. Where no pod has a class all count the same, and a batch of jobs, or somebody who starts many pods on purpose, keeps the
service that matters from starting.`,
  remedy: `Name a PriorityClass in \`priorityClassName\`. Who may use which is limited by a ResourceQuota with a scope of
priority classes; leave \`system-cluster-critical\` and \`system-node-critical\` to what the cluster can't live without.`,
  links: [
    {
      title: 'Pod priority and preemption',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    },
  ],
  bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      priorityClassName: business-critical
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod) {
    const name = member(pod.spec, 'priorityClassName');
    if (name.state !== 'absent' || member(pod.spec, 'priority').state !== 'absent' || isPartialPod(pod)) return;
    yield {
      at: name,
      message: 'These pods have no priority class, so nothing says whether they go before others when room is short',
      fixes: [
        {
          title: 'Name a PriorityClass (fill in one that the cluster has)',
          class: 'ask',
          edits: [set(pathOf(name), blank('default'))],
        },
      ],
    };
  },
};
