import { relabelNamespaces } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacRelabelNamespaces: Rule = {
  id: 'rbac-relabel-namespaces',
  title: 'Let only administrators change namespaces',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `The labels of a namespace decide which Pod Security Standard holds in it, and which NetworkPolicies let its pods in: whoever may
\`patch\` or \`update\` it lifts both with one line.`,
  remedy: `Let whoever sets up namespaces keep the permission, and nobody else; restricted by \`resourceNames\` to the namespaces that are meant, it
is not reported.`,
  links: [rbacRisk('namespace modification', 'namespace-modification'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [get, list, patch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [get, list]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [relabelNamespaces]),
};
