import { member, stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';
import { boundSubjects } from './boundSubjects';
import { rbacPractices } from './rbacLinks';
import { bindingKinds } from './roleKinds';

/** Who has the role anyway: Kubernetes and kubeadm bind these groups themselves. */
const administrators: readonly string[] = ['system:masters', 'kubeadm:cluster-admins'];

export const rbacClusterAdmin: Rule = {
  id: 'rbac-cluster-admin',
  title: 'Bind nobody to cluster-admin',
  severity: 'error',
  profile: 'recommended',
  standards: ['cis:5.1.1', 'nsa:authentication-and-authorization'],
  why: `\`cluster-admin\` may do everything there is, on every node and in every namespace. Whoever breaks into a program that has it, by a
hole in one of its libraries or with a token from a log, has the cluster.`,
  remedy: `Bind a role that names what is needed; \`kubectl auth can-i --list\` shows what is granted, the audit log what is used. People
get \`admin\` or \`edit\` in their namespaces, and the administrators' group of the identity provider is kept for emergencies.`,
  links: [
    {
      title: 'User-facing roles',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles',
    },
    rbacPractices,
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: cluster-admin
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: tools
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deployer
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: deployer
subjects:
  - kind: ServiceAccount
    name: deployer
    namespace: tools
`,
  looksAt: 'object',
  kinds: bindingKinds,
  *check(object) {
    const role = member(object.root, 'roleRef');
    const name = member(role, 'name');
    if (stringOf(name) !== 'cluster-admin' || stringOf(member(role, 'kind')) !== 'ClusterRole') return;
    const subjects = boundSubjects(object);
    if (subjects.length > 0 && subjects.every((subject) => administrators.includes(subject.name ?? ''))) return;
    if (object.kind === 'ClusterRoleBinding') {
      yield { at: name, message: 'This binding makes its subjects administrators of the whole cluster' };
    } else {
      yield { at: name, message: 'This binding lets its subjects do everything in the namespace', severity: 'warning' };
    }
  },
};
