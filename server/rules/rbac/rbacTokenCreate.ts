import { createTokens } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacTokenCreate: Rule = {
  id: 'rbac-token-create',
  title: 'Let nobody make tokens of arbitrary ServiceAccounts',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.13', 'nsa:authentication-and-authorization'],
  why: `Whoever may create \`serviceaccounts/token\` can become every ServiceAccount of the namespace, or of the cluster, with a token that
works from anywhere and that nobody sees being used.`,
  remedy: `Restrict the entry to the ServiceAccounts that are meant with \`resourceNames\`, in a Role of their namespace. Pods get tokens of their
own ServiceAccount without any permission.`,
  links: [rbacRisk('token request', 'token-request'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    verbs: [create]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    resourceNames: [build]
    verbs: [create]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [createTokens]),
};
