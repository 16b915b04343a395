import { editWebhooks, liftAdmission } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacEditWebhooks: Rule = {
  id: 'rbac-edit-webhooks',
  title: 'Let only those who govern admission change it',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.12', 'nsa:authentication-and-authorization'],
  why: `A webhook sees every object that it asks for, Secrets included, and a mutating one rewrites them: whoever may write its configuration
reads and alters whatever is created in the cluster. A mutating admission policy alters without a server. Whoever may delete these, or
change a validating policy or its binding, takes away what they refuse.`,
  remedy: `Let the installer write these objects and the running program only read them; certificates can be kept current with cert-manager's
CA injector, so that no component of your own needs to \`patch\`. Where a program manages its own webhook, restrict \`update\` and
\`patch\` with \`resourceNames\`: it remains able to widen that webhook, so it is still reported.`,
  links: [rbacRisk('control of admission webhooks', 'control-admission-webhooks'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    verbs: [get, update]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: web
rules:
  - apiGroups: [admissionregistration.k8s.io]
    resources: [mutatingwebhookconfigurations]
    verbs: [get]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [editWebhooks, liftAdmission]),
};
