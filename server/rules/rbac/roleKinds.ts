/** What grants permissions. */
export const roleKinds: readonly string[] = ['rbac.authorization.k8s.io/Role', 'rbac.authorization.k8s.io/ClusterRole'];

/** What gives a role to somebody. */
export const bindingKinds: readonly string[] = [
  'rbac.authorization.k8s.io/RoleBinding',
  'rbac.authorization.k8s.io/ClusterRoleBinding',
];
