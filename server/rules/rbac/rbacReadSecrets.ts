import { readSecrets } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacReadSecrets: Rule = {
  id: 'rbac-read-secrets',
  title: 'Let only what needs a Secret read that Secret',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.2', 'nsa:authentication-and-authorization'],
  why: `Secrets hold tokens of ServiceAccounts, passwords of databases and keys of clouds. Whoever may read all of them, if only with \`list\`
or \`watch\`, which give the contents too, has the permissions of everybody whose secrets lie there.`,
  remedy: `Mount the Secret into the pod that needs it: that takes no permission. Where a program has to ask the API server, grant \`get\` with
the \`resourceNames\` of its Secrets in a Role of their namespace. Controllers that must see all Secrets of a namespace get a
RoleBinding there rather than a ClusterRoleBinding.`,
  links: [rbacRisk('listing secrets', 'listing-secrets'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, list, watch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [secrets]
    resourceNames: [web-tls]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [readSecrets], ['rbac-write-secrets']),
};
