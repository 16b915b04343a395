import { writeSecrets } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacPractices, rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacWriteSecrets: Rule = {
  id: 'rbac-write-secrets',
  title: 'Let only what owns a Secret write it',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `Whoever replaces a Secret decides which key a server shows, which database a program talks to and whose token it sends. \`patch\` answers
with the whole Secret, so it reads as well.`,
  remedy: `Restrict the entry with \`resourceNames\` to the Secrets that the program keeps. Certificates are written by cert-manager, values of a vault
by External Secrets, and mounted where they are used.`,
  links: [rbacPractices, rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [create, update]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [""]
    resources: [secrets]
    resourceNames: [web-tls]
    verbs: [update]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [writeSecrets]),
};
