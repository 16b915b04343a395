import { useConstraints } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacSecurityContextConstraints: Rule = {
  id: 'rbac-security-context-constraints',
  title: 'Let pods use only the security context constraints that confine them',
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:authentication-and-authorization'],
  why: `On OpenShift, whoever may \`use\` SecurityContextConstraints runs pods with whatever they allow: \`anyuid\` lets them be root, \`hostaccess\`
and \`privileged\` take over the node. An entry without \`resourceNames\` allows the worst of them.`,
  remedy: `Name the constraints that the pod needs in \`resourceNames\`: \`restricted-v2\` is what every pod gets anyway, and \`nonroot-v2\` lets it
choose its user. For more than that, write constraints of your own that allow only what is missing.`,
  links: [
    {
      title: 'Managing security context constraints',
      url: 'https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html',
    },
    rbacReference,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [security.openshift.io]
    resources: [securitycontextconstraints]
    resourceNames: [privileged]
    verbs: [use]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [security.openshift.io]
    resources: [securitycontextconstraints]
    resourceNames: [nonroot-v2]
    verbs: [use]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [useConstraints]),
};
