import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { inSameNamespace } from '../../manifests/namespace';
import { type Power, permissionFor, powers } from '../../manifests/rbac/powers';
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
  // A ServiceAccount without a namespace goes where the bindings beside it expect it.
  const isPlacedByBinding = account.namespace === undefined;
  return objects.flatMap((binding) => {
    const isBound = binding.binding?.subjects.some(
      ({ kind, name, namespace }) =>
        kind === 'ServiceAccount' &&
        typeof name === 'string' &&
        name === account.name &&
        (isPlacedByBinding ||
          inSameNamespace({ namespace: namespace === undefined ? binding.namespace : namespace }, account) === true),
    );
    if (!isBound) return [];
    const role = roleOf(binding, objects);
    const may = mayOf(binding, role);
    return may.length > 0 ? [{ binding, role, may }] : [];
  });
}

function roleOf({ binding, namespace }: ObjectFacts, objects: readonly ObjectFacts[]): ObjectFacts | undefined {
  return objects.find(
    (object) =>
      object.role !== undefined &&
      object.kind === binding?.roleKind &&
      typeof object.name === 'string' &&
      object.name === binding.roleName &&
      (object.kind === 'ClusterRole' || inSameNamespace(object, { namespace }) === true),
  );
}

function mayOf({ kind, binding }: ObjectFacts, role: ObjectFacts | undefined): string[] {
  const isOfCluster = kind === 'ClusterRoleBinding';
  if (binding?.roleKind === 'ClusterRole' && binding.roleName === 'cluster-admin') {
    return [isOfCluster ? 'do everything in the cluster' : 'do everything in its namespace'];
  }
  const grants = role?.role?.grants ?? [];
  const given = powers.filter((power) => grants.some((grant) => permissionFor(power, grant, isOfCluster)));
  return given.length === powers.length && isOfCluster ? ['do everything in the cluster'] : given.map(describe);

  function describe({ may, isOfCluster: isEverywhere }: Power): string {
    return isEverywhere || !isOfCluster ? may : may + everywhere;
  }
}

/** What several ways lead to, each once and the worst first. */
export function allPowers(grantors: readonly Grantor[]): string[] {
  const may = [...new Set(grantors.flatMap((grantor) => grantor.may))];
  const rank = (power: string) =>
    ['do everything in the cluster', 'do everything in its namespace'].indexOf(power) + 1 ||
    (power.endsWith(everywhere) ? 3 : 4);
  return may.filter((power) => !may.includes(power + everywhere)).sort((a, b) => rank(a) - rank(b));
}
