import { readOnce } from '../../readOnce';
import { descend, type Field, items, member, stringOf } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';

/** What one entry of a role's `rules` grants: plain data. What a template fills in is left out. */
export interface Grant {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** Empty for no restriction. */
  readonly resourceNames: readonly string[];
  readonly nonResourceURLs: readonly string[];
  /** True where a template writes some of the names that the entry is restricted to. */
  readonly isRestricted: boolean;
}

/** An entry of a role's `rules` with the place where it stands. */
export interface PolicyRule {
  readonly field: Field;
  readonly grant: Grant;
}

/** What an entry asks for: a verb on a resource, `pods/exec` for a subresource. */
export interface Permission {
  readonly group: string;
  readonly resource: string;
  readonly verbs: readonly string[];
}

/** The entries of a Role or ClusterRole. */
export const policyRulesOf = readOnce(({ root }: KubernetesObject): readonly PolicyRule[] => {
  return items(member(root, 'rules')).map((field) => {
    const names = member(field, 'resourceNames');
    return {
      field,
      grant: {
        apiGroups: stringsOf(member(field, 'apiGroups')),
        resources: stringsOf(member(field, 'resources')),
        verbs: stringsOf(member(field, 'verbs')),
        resourceNames: stringsOf(names),
        nonResourceURLs: stringsOf(member(field, 'nonResourceURLs')),
        isRestricted: names.state === 'unknown' || items(names).length > 0,
      },
    };
  });
});

/**
 * Whether an entry grants any of the verbs, as the RBAC authorizer decides: `*` stands for all, a star and a subresource
 * for that of every resource. A resource with a star behind it stands for nothing.
 */
export function isGranted(grant: Grant, { group, resource, verbs }: Permission): boolean {
  return (
    holds(grant.apiGroups, group) &&
    (holds(grant.resources, resource) || grant.resources.includes(resource.replace(/^[^/]+\//, '*/'))) &&
    verbs.some((verb) => holds(grant.verbs, verb))
  );
}

/** The item of an entry's resources that stands for a resource; else the list, else the entry. */
export function resourceField({ field }: PolicyRule, resource: string): Field {
  const resources = member(field, 'resources');
  const wanted = [resource, resource.replace(/^[^/]+\//, '*/'), '*'];
  const written = wanted.flatMap((name) => items(resources).find((item) => stringOf(item) === name) ?? []);
  return written[0] ?? (resources.state === 'known' ? resources : field);
}

/** True for the roles that the API server makes by itself and restores at every start. */
export function isBuiltIn({ root }: KubernetesObject): boolean {
  return stringOf(descend(root, 'metadata', 'labels', 'kubernetes.io/bootstrapping')) === 'rbac-defaults';
}

function holds(written: readonly string[], wanted: string): boolean {
  return written.includes('*') || written.includes(wanted);
}

function stringsOf(field: Field): string[] {
  return items(field).flatMap((item) => stringOf(item) ?? []);
}
