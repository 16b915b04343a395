import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { objectsWith } from '../../manifests/facts/objectsWith';
import { inSameNamespace } from '../../manifests/objects/namespace';
import type { Stated } from '../../manifests/objects/stated';
import { type Grant, isGranted } from '../../manifests/rbac/policyRules';
import { permissionFor } from '../../manifests/rbac/power';
import { powers } from '../../manifests/rbac/powers';
import type { Neighbours } from '../rule';
import { type Account, bindingsOf, isClusterAdmin, roleOf } from './accountPowers';

/** An entry of a role with where it holds. */
interface Allowed {
  readonly grant: Grant;
  /** The namespace of a RoleBinding. */
  readonly scope: 'cluster' | { readonly namespace: Stated<string> };
}

const everything: Grant = {
  apiGroups: ['*'],
  resources: ['*'],
  verbs: ['*'],
  resourceNames: [],
  nonResourceURLs: ['*'],
  isRestricted: false,
};

const reads: ReadonlySet<string> = new Set(['get', 'list', 'watch']);

/**
 * The ServiceAccounts of the namespace that no other workload uses and that may do nothing dangerous but what this one
 * may, and not all of that; the least first. One that is bound to a role out of reach isn't among them.
 */
export function lesserAccounts(own: Account, { objects }: Neighbours): string[] {
  // A template may bind anybody.
  if (objectsWith(objects, 'binding').some(({ binding }) => isOpen(binding))) return [];
  const used = new Set(objectsWith(objects, 'pod').map(({ pod }) => pod.serviceAccountName));
  const shared = allowedBy(
    objectsWith(objects, 'binding').filter((binding) => bindsEverybody(binding, own)),
    objects,
  ).allowed;
  const mine = [...allowedBy(bindingsOf(own, objects), objects).allowed, ...shared];
  const dangerous = mine.filter(isDangerous);
  return objectsWith(objects, 'serviceAccount')
    .filter((object) => !used.has(object.name) && inSameNamespace(object, own) === true)
    .flatMap(({ name, namespace }) => {
      if (typeof name !== 'string') return [];
      const { allowed: given, isWhole } = allowedBy(bindingsOf({ name, namespace }, objects), objects);
      const allowed = [...given, ...shared];
      const mayMore = allowed.some((one) => !isHarmless(one) && !isCovered(one, mine));
      const mayAsMuch = dangerous.every((one) => isCovered(one, allowed));
      return isWhole && !mayMore && !mayAsMuch ? [{ name, dangers: allowed.filter(isDangerous).length }] : [];
    })
    .sort((a, b) => a.dangers - b.dangers)
    .map(({ name }) => name);
}

function isOpen({ mayHaveMore, subjects }: NonNullable<ObjectFacts['binding']>): boolean {
  return mayHaveMore || subjects.some(({ kind, name }) => kind === null || name === null);
}

/** True for a binding of all ServiceAccounts, or of all in the namespace of one. */
function bindsEverybody({ binding }: ObjectFacts, { namespace }: Account): boolean {
  const groups = ['system:authenticated', 'system:serviceaccounts', `system:serviceaccounts:${namespace}`];
  return binding?.subjects.some(({ kind, name }) => kind === 'Group' && groups.includes(name ?? '')) === true;
}

/** What bindings let somebody do; not whole where one binds a role that isn't in reach. */
function allowedBy(
  bindings: readonly ObjectFacts[],
  objects: readonly ObjectFacts[],
): { allowed: Allowed[]; isWhole: boolean } {
  const allowed: Allowed[] = [];
  let isWhole = true;
  for (const binding of bindings) {
    const scope = binding.kind === 'ClusterRoleBinding' ? 'cluster' : { namespace: binding.namespace };
    const role = roleOf(binding, objects)?.role;
    if (isClusterAdmin(binding.binding)) allowed.push({ grant: everything, scope });
    else if (role) for (const grant of role.grants) allowed.push({ grant, scope });
    // The built-in role `view` reads, and no Secrets.
    const isSeen = role ? !role.isAggregate && !role.mayGrantMore : isClusterAdmin(binding.binding) || isView(binding);
    if (!isSeen) isWhole = false;
  }
  return { allowed, isWhole };
}

function isView({ binding }: ObjectFacts): boolean {
  return binding?.roleKind === 'ClusterRole' && binding.roleName === 'view';
}

function isDangerous({ grant, scope }: Allowed): boolean {
  return powers.some((power) => permissionFor(power, grant, scope === 'cluster'));
}

function isHarmless(allowed: Allowed): boolean {
  return allowed.grant.verbs.every((verb) => reads.has(verb)) && !isDangerous(allowed);
}

/** Whether everything that an entry grants is granted by others too. */
function isCovered({ grant, scope }: Allowed, others: readonly Allowed[]): boolean {
  const inScope = others.filter((other) => reaches(other.scope, scope)).map((other) => other.grant);
  const isGrantedByOne = (group: string, resource: string, verb: string) =>
    inScope.some(
      (other) =>
        isGranted(other, { group, resource, verbs: [verb] }) &&
        (!other.isRestricted ||
          (grant.resourceNames.length > 0 && grant.resourceNames.every((name) => other.resourceNames.includes(name)))),
    );
  const ofResources = grant.apiGroups.every((group) =>
    grant.resources.every((resource) => grant.verbs.every((verb) => isGrantedByOne(group, resource, verb))),
  );
  return (
    ofResources && grant.nonResourceURLs.every((url) => inScope.some((other) => other.nonResourceURLs.some(holds(url))))
  );
}

function holds(url: string): (written: string) => boolean {
  return (written) => written === url || (written.endsWith('*') && url.startsWith(written.slice(0, -1)));
}

function reaches(wide: Allowed['scope'], narrow: Allowed['scope']): boolean {
  if (wide === 'cluster') return true;
  return narrow !== 'cluster' && inSameNamespace(wide, narrow) === true;
}
