import { editNodes } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacPractices, rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacEditNodes: Rule = {
  id: 'rbac-edit-nodes',
  title: 'Let only what runs nodes change them',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `Labels and taints decide which pods a node gets. Whoever may write them draws the pods of others, with their secrets, to a node that they
hold, or drives pods off the nodes that were set aside for them; a node's status, its capacity and conditions, does the same.`,
  remedy: `Leave nodes to the kubelet (which NodeRestriction confines to its own), to the cloud's controller and to the autoscaler, in a namespace
where nobody else runs pods. What only has to know the nodes gets \`get\`, \`list\` and \`watch\`.`,
  links: [
    {
      title: 'Node isolation',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-isolation-restriction',
    },
    rbacPractices,
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [nodes]
    verbs: [get, list, patch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [nodes]
    verbs: [get, list]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [editNodes]),
};
