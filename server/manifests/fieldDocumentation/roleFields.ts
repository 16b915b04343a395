import type { FieldTable } from './fieldDocumentation';

/** The fields of roles. Source: Kubernetes API reference 1.37 and "Using RBAC Authorization". */
export const roleFields: FieldTable = {
  rules: { what: 'What the role allows. Rules only add: nothing can be forbidden.' },
  'rules.*.apiGroups': {
    what: 'The groups of the resources; `""` is the core group. `*` covers groups that do not exist yet.',
  },
  'rules.*.resources': {
    what: 'Resources by their plural, subresources behind a slash: `pods/exec`.',
    practice: 'Name them: `*` includes Secrets and whatever is installed later.',
  },
  'rules.*.verbs': {
    what: '`get`, `list` and `watch` read, and all three hand out whole objects; `create`, `update`, `patch`, `delete` and `deletecollection` write; `escalate`, `bind` and `impersonate` lift the limits of RBAC.',
    practice: 'Only what the program calls.',
  },
  'rules.*.resourceNames': {
    what: 'Limits the rule to objects of these names. It cannot limit `create` and `deletecollection`, nor a `list` without the name.',
  },
  'rules.*.nonResourceURLs': {
    what: 'Paths of the API server that are no resources, such as `/metrics`. ClusterRoles only.',
  },
  aggregationRule: { what: 'The rules are collected from all ClusterRoles with these labels; `rules` is overwritten.' },
  ...Object.fromEntries(
    ['view', 'edit', 'admin'].map((name) => [
      `metadata.labels.rbac.authorization.k8s.io/aggregate-to-${name}`,
      {
        what: `With \`"true"\` these rules become part of the built-in role \`${name}\`, for everyone who has it.`,
        practice: 'Only rules that nobody with that role could misuse.',
      },
    ]),
  ),
};

/** The fields of bindings. */
export const bindingFields: FieldTable = {
  subjects: { what: 'Who gets the rights: users, groups or ServiceAccounts.' },
  'subjects.*.kind': { what: '`User`, `Group` or `ServiceAccount`.' },
  'subjects.*.namespace': { what: 'Where the ServiceAccount is.' },
  'subjects.*.name': {
    what: 'Who: a user or group as the authenticator names it, or a ServiceAccount.',
    practice: 'Name single ones: `system:authenticated` is everybody with any token.',
  },
  'subjects.*.apiGroup': { what: 'The group of the kind: empty for ServiceAccounts.', absent: 'what fits the kind' },
  'roleRef.kind': {
    what: '`Role` of the same namespace, or `ClusterRole`; in a RoleBinding that counts in its namespace alone.',
  },
  'roleRef.name': {
    what: 'The role whose rights the subjects get.',
    practice: 'The narrowest that is enough; not `cluster-admin`.',
  },
  roleRef: { what: 'Which rights: it cannot be changed later, only deleted and created anew.' },
};
