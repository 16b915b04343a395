import { describeOwner, type PodSpec } from '../../manifests/pods/podSpec';
import { fieldsInForce, mayHaveUserNamespace, type SecurityContextField } from '../../manifests/pods/securityContext';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { items, member, numberOf, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

const firstHighId = 10_000;

export const lowGroupId: Rule = {
  id: 'low-group-id',
  title: 'Run in groups that no node has',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Numbers of groups mean the same inside and outside of a container. Group 0 reads what root's group may read, such as configuration
with credentials in it; others below 10000 belong to services of the node, Docker's own among them, whose members are as good as root.`,
  remedy: `Choose a number of 10000 or more. An image made for OpenShift expects group 0 and has its files made for it: leave those as they
are. With \`hostUsers: false\` the numbers are the pod's own.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsGroup: 0
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
    runAsGroup: 10001
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['runAsGroup', 'fsGroup', 'supplementalGroups'],
  *check(pod) {
    if (mayHaveUserNamespace(pod) || mayBeWindows(pod)) return;
    for (const { owner, field } of groups(pod)) {
      const id = numberOf(field);
      if (id === undefined || id >= firstHighId) continue;
      yield {
        at: field,
        message: `The ${describeOwner(owner)} is in group ${id}, which nodes have too`,
        fixes: [
          {
            title: 'Use a group above 10000 (files of the old one are out of reach)',
            class: 'ask',
            edits: [set(pathOf(field), blank(10_001))],
          },
        ],
      };
    }
  },
};

function groups(pod: PodSpec): SecurityContextField[] {
  return [
    ...fieldsInForce(pod, 'runAsGroup'),
    { owner: pod, field: member(pod.securityContext, 'fsGroup') },
    ...items(member(pod.securityContext, 'supplementalGroups')).map((field) => ({ owner: pod, field })),
  ];
}
