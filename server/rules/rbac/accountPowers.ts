import type { BindingFacts, BindingSubject } from '../../manifests/facts/bindingFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { objectsWith } from '../../manifests/facts/objectsWith';
import { inSameNamespace } from '../../manifests/objects/namespace';
import { type Power, permissionFor } from '../../manifests/rbac/power';
import { powers } from '../../manifests/rbac/powers';
import type { Neighbours } from '../rule';

const everywhere = ' in all namespaces';

/** A ServiceAccount, as far as bindings are concerned. */
export type Account = Pick<ObjectFacts, 'name' | 'namespace'>;

/** One way from a ServiceAccount to what it may do. */
export interface Grantor {
  readonly binding: ObjectFacts;
  /** Undefined for roles that the cluster brings along. */
  readonly role: ObjectFacts | undefined;
  /** The worst first; completes "may". */
  readonly may: readonly string[];
}

/** The bindings that give a ServiceAccount dangerous permissions, as far as objects in reach tell. */
export function grantorsOf(account: Account, { objects }: Neighbours): Grantor[] {
  return bindingsOf(account, objects).flatMap((binding) => {
    const role = roleOf(binding, objects);
    const may = mayOf(binding, role);
    return may.length > 0 ? [{ binding, role, may }] : [];
  });
}

/** The bindings that name a ServiceAccount. */
export function bindingsOf(account: Account, objects: readonly ObjectFacts[]): ObjectFacts[] {
  return objectsWith(objects, 'binding').filter((object) =>
    object.binding.subjects.some((subject) => isSubject(subject, account, object)),
  );
}

function isSubject({ kind, name, namespace }: BindingSubject, account: Account, binding: ObjectFacts): boolean {
  if (typeof name !== 'string') return false;
  // The API server knows a ServiceAccount as a user, too.
  if (kind === 'User') return name === `system:serviceaccount:${account.namespace}:${account.name}`;
  if (kind !== 'ServiceAccount' || name !== account.name) return false;
  // A ServiceAccount without a namespace goes where the bindings beside it expect it.
  if (account.namespace === undefined) return true;
  return inSameNamespace({ namespace: namespace === undefined ? binding.namespace : namespace }, account) === true;
}

/** The role that a binding gives, if it is in reach. */
export function roleOf({ binding, namespace }: ObjectFacts, objects: readonly ObjectFacts[]): ObjectFacts | undefined {
  return objectsWith(objects, 'role').find(
    (object) =>
      object.kind === binding?.roleKind &&
      typeof object.name === 'string' &&
      object.name === binding.roleName &&
      (object.kind === 'ClusterRole' || inSameNamespace(object, { namespace }) === true),
  );
}

function mayOf({ kind, binding }: ObjectFacts, role: ObjectFacts | undefined): string[] {
  const isOfCluster = kind === 'ClusterRoleBinding';
  if (isClusterAdmin(binding)) {
    return [isOfCluster ? 'do everything in the cluster' : 'do everything in its namespace'];
  }
  const grants = role?.role?.grants ?? [];
  const given = powers.filter((power) => grants.some((grant) => permissionFor(power, grant, isOfCluster)));
  return given.length === powers.length && isOfCluster ? ['do everything in the cluster'] : given.map(describe);

  function describe({ may, isOfCluster: isEverywhere }: Power): string {
    return isEverywhere || !isOfCluster ? may : may + everywhere;
  }
}

/** True for a binding of the role that may do everything. */
export function isClusterAdmin(binding: BindingFacts | undefined): boolean {
  return binding?.roleKind === 'ClusterRole' && binding.roleName === 'cluster-admin';
}

/** What several ways lead to, each once and the worst first. */
export function allPowers(grantors: readonly Grantor[]): string[] {
  const may = [...new Set(grantors.flatMap((grantor) => grantor.may))];
  const rank = (power: string) =>
    ['do everything in the cluster', 'do everything in its namespace'].indexOf(power) + 1 ||
    (power.endsWith(everywhere) ? 3 : 4);
  return may.filter((power) => !may.includes(power + everywhere)).sort((a, b) => rank(a) - rank(b));
}
