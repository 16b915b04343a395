import { escalate, impersonateServiceAccounts, impersonateUsers } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacEscalation: Rule = {
  id: 'rbac-escalation',
  title: 'Grant none of escalate, bind and impersonate',
  severity: 'error',
  profile: 'recommended',
  standards: ['cis:5.1.8', 'nsa:authentication-and-authorization'],
  why: `The API server lets nobody grant a permission that they don't have. \`escalate\` (on roles) and \`bind\` (on bindings to them) lift just
that, and \`impersonate\` lets its holder act as anybody else: each of them makes whoever has it an administrator in one step.`,
  remedy: `Remove the verb. What only has to bind certain roles gets \`bind\` with the \`resourceNames\` of these roles; what acts for certain
users, \`impersonate\` with their names. Entries restricted by \`resourceNames\` are not reported.`,
  links: [
    rbacRisk('escalate verb', 'escalate-verb'),
    rbacRisk('bind verb', 'bind-verb'),
    rbacRisk('impersonate verb', 'impersonate-verb'),
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [get, list, bind]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [rbac.authorization.k8s.io]
    resources: [clusterroles]
    verbs: [get, list]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [escalate, impersonateUsers, impersonateServiceAccounts]),
};
