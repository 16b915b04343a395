import { changePods, createPods } from '../../manifests/rbac/powers';
import type { Rule } from '../rule';
import { powerFaults } from './powerFaults';
import { rbacReference, rbacRisk } from './rbacLinks';
import { roleKinds } from './roleKinds';

export const rbacCreatePods: Rule = {
  id: 'rbac-create-pods',
  title: 'Let only deployment tools create pods and workloads',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.1.4', 'nsa:authentication-and-authorization'],
  why: `Whoever may create a pod chooses its ServiceAccount, its volumes and its node: the pod can mount every Secret of the namespace, act as
every ServiceAccount there, and, where no Pod Security Standard is enforced, take over the node. To create or change Deployments, Jobs
and their like is the same. Whoever may \`update\` or \`patch\` pods replaces the images of those that run, with all that they have.`,
  remedy: `Grant it to the tools that deploy, in their namespaces, and to operators that make workloads from custom resources, and enforce the
restricted Pod Security Standard in the namespace, which takes away the way to the node. Keep Secrets that these pods must not see in
another namespace.`,
  links: [rbacRisk('workload creation', 'workload-creation'), rbacReference],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list, create, patch]
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: web
rules:
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list]
`,
  looksAt: 'object',
  kinds: roleKinds,
  check: (object) => powerFaults(object, [createPods, changePods]),
};
