import type { Link } from '../rule';

/** Kubernetes' page of what RBAC gives away without saying so. */
export const rbacPractices: Link = {
  title: 'Role Based Access Control good practices',
  url: 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
};

/** A section of that page. */
export function rbacRisk(title: string, anchor: string): Link {
  return { title: `RBAC good practices: ${title}`, url: `${rbacPractices.url}#${anchor}` };
}

/** Kubernetes' reference of RBAC. */
export const rbacReference: Link = {
  title: 'Using RBAC authorization',
  url: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
};
