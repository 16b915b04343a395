import { editNetworkPolicies } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacEditNetworkPolicies: Rule = {
  id: 'rbac-edit-network-policies',
  title: 'Let only those who plan the network change NetworkPolicies',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `NetworkPolicies add up: whoever may delete one, change one, or write one more that lets everything in, takes the isolation of every pod
in the namespace away, from inside one of them.`,
  remedy: `Grant it to the tool that applies policies, in its namespaces, and to nothing that serves requests. What only has to see them gets \`get\`,
\`list\` and \`watch\`. What must hold whatever a namespace says belongs in a policy of the whole cluster: an AdminNetworkPolicy, or its successor
ClusterNetworkPolicy.`,
  links: [
    { title: 'Network Policies', url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/' },
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [networking.k8s.io]
    resources: [networkpolicies]
    verbs: [get, list, update, delete]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [networking.k8s.io]
    resources: [networkpolicies]
    verbs: [get, list]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [editNetworkPolicies]),
};
