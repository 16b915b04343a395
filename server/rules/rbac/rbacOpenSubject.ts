import { descend, stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';
import { boundSubjects } from './boundSubjects';
import { rbacReference } from './rbacLinks';
import { bindingKinds } from './roleKinds';

/** Whom a user or group stands for (Kubernetes documentation, "Using RBAC authorization"). */
const everybody: Readonly<Record<string, string>> = {
  'User system:anonymous': 'everyone who reaches the API server, without any login',
  'Group system:unauthenticated': 'everyone who reaches the API server, without any login',
  'Group system:authenticated': 'everyone with any login, every pod of the cluster included',
  'Group system:serviceaccounts': 'every pod of the cluster',
};

/** Roles that the API server itself binds to everybody: what they show is meant to be seen. */
const meantForAll: readonly string[] = [
  'system:basic-user',
  'system:discovery',
  'system:public-info-viewer',
  'system:service-account-issuer-discovery',
];

export const rbacOpenSubject: Rule = {
  id: 'rbac-open-subject',
  title: 'Bind roles to those who need them, not to everybody',
  severity: 'error',
  profile: 'recommended',
  standards: ['cis:5.1.7', 'nsa:authentication-and-authorization'],
  why: `\`system:unauthenticated\` and \`system:anonymous\` stand for everyone who can open a connection to the API server, from the
internet too where it is reachable there. \`system:authenticated\` is everyone with a login, and in managed clusters that can be every
account of the provider. \`system:masters\` is past all of RBAC: nobody can take anything from it.`,
  remedy: `Name the users, groups of the identity provider or ServiceAccounts that need the role. For a health check without a login,
\`/healthz\`, \`/livez\` and \`/readyz\` are open by default (\`system:public-info-viewer\`).`,
  links: [
    rbacReference,
    {
      title: 'Default roles and role bindings',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#default-roles-and-role-bindings',
    },
  ],
  bad: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: viewers
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: system:authenticated
`,
  good: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: viewers
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: view
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: developers
`,
  looksAt: 'object',
  kinds: bindingKinds,
  *check(object) {
    const role = stringOf(descend(object.root, 'roleRef', 'name'));
    if (role !== undefined && meantForAll.includes(role)) return;
    for (const { field, kind, name } of boundSubjects(object)) {
      const who = everybody[`${kind ?? ''} ${name ?? ''}`];
      if (who !== undefined) yield { at: field, message: `This binding is for ${who}` };
      // The binding that Kubernetes itself makes.
      if (kind === 'Group' && name === 'system:masters' && role !== 'cluster-admin') {
        yield { at: field, message: 'The group system:masters may do everything already, and no binding can limit it' };
      }
    }
  },
};
