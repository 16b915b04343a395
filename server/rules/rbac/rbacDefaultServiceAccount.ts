import type { Rule } from '../rule';
import { boundSubjects } from './boundSubjects';
import { rbacPractices } from './rbacLinks';
import { bindingKinds } from './roleKinds';

export const rbacDefaultServiceAccount: Rule = {
  id: 'rbac-default-service-account',
  title: 'Bind no role to the default ServiceAccount',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.5', 'nsa:authentication-and-authorization'],
  why: `Every pod that names no ServiceAccount runs as \`default\`: what is bound to it goes to all of them, those that somebody adds
next year included, and none of them shows it.`,
  remedy: `Make a ServiceAccount for the workload that needs the role, name it in \`serviceAccountName\`, and bind the role to it.`,
  links: [
    {
      title: 'Configure Service Accounts for Pods',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/',
    },
    rbacPractices,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: web
subjects:
  - kind: ServiceAccount
    name: default
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: web
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: web
subjects:
  - kind: ServiceAccount
    name: web
`,
  looksAt: 'object',
  kinds: bindingKinds,
  *check(object) {
    for (const { field, kind, name } of boundSubjects(object)) {
      if (kind !== 'ServiceAccount' || name !== 'default') continue;
      yield { at: field, message: 'Every pod that names no ServiceAccount gets this role' };
    }
  },
};
