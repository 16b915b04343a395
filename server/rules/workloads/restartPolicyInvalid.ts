import { isPartialPod } from '../../manifests/pods/partial';
import { member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const restartPolicyInvalid: Rule = {
  id: 'restart-policy-invalid',
  title: 'Restart pods as their workload allows',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `The API server refuses a Job that doesn't say whether failed containers are started again, and a Deployment whose pods
should not be: nothing of it ever runs.`,
  remedy: `Pods of Jobs and CronJobs need \`restartPolicy: Never\` (each failure is a new pod, whose logs stay) or
\`OnFailure\`. Pods of Deployments, ReplicaSets, StatefulSets, DaemonSets and ReplicationControllers are always restarted, which
needs no word.`,
  links: [
    {
      title: 'Pod lifecycle: restart policy',
      url: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
    },
    { title: 'Jobs: pod template', url: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template' },
  ],
  bad: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      containers:
        - name: report
          image: registry.example.com/report:1.4.2
`,
  good: `apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example.com/report:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod) {
    const { group, kind } = pod.object;
    const allowed = kind === undefined ? undefined : allowedPolicies[`${group}/${kind}`];
    if (!allowed) return;
    const policy = member(pod.spec, 'restartPolicy');
    const written = stringOf(policy);
    // What is absent is Always.
    const isFine =
      policy.state === 'absent' ? allowed.includes('Always') || isPartialPod(pod) : policy.state === 'unknown';
    if (isFine || (written !== undefined && allowed.includes(written))) return;
    const names = allowed.join(' or ');
    yield {
      at: policy,
      message:
        policy.state === 'absent'
          ? `A ${kind} has to say whether its pods are restarted: ${names}`
          : `The restart policy of a ${kind} is ${names}, so the API server refuses this one`,
      fixes: allowed.map((value) => ({
        title: `Set restartPolicy to ${value}`,
        class: 'ask',
        edits: [set(pathOf(policy), value)],
      })),
    };
  },
};

const restarted = ['Always'] as const;
const ending = ['Never', 'OnFailure'] as const;

// kubernetes/pkg/apis/apps/validation and pkg/apis/batch/validation, 1.37.
const allowedPolicies: Readonly<Record<string, readonly string[]>> = {
  '/Pod': ['Always', 'OnFailure', 'Never'],
  '/ReplicationController': restarted,
  'apps/Deployment': restarted,
  'apps/ReplicaSet': restarted,
  'apps/StatefulSet': restarted,
  'apps/DaemonSet': restarted,
  'batch/Job': ending,
  'batch/CronJob': ending,
};
