import type { KubernetesObject } from '../../manifests/objects/objects';
import { isBuiltIn, type PolicyRule, policyRulesOf, resourceField } from '../../manifests/rbac/policyRules';
import { type Power, permissionFor } from '../../manifests/rbac/power';
import { powers } from '../../manifests/rbac/powers';
import type { Fault } from '../rule';
import { aggregationsOf } from './aggregation';

/**
 * One fault for each entry of a role that gives one of some powers. Where an entry gives everything, `rbac-wildcard`
 * says so; of a role that is part of another, `rbac-aggregated` does.
 *
 * @param insteadOf rules that report a lesser power of the same entry
 */
export function* powerFaults(
  object: KubernetesObject,
  looked: readonly Power[],
  insteadOf: readonly string[] = [],
): Iterable<Fault> {
  if (isBuiltIn(object) || aggregationsOf(object).length > 0) return;
  const isClusterRole = object.kind === 'ClusterRole';
  for (const rule of policyRulesOf(object)) {
    if (rule.grant.resources.includes('*')) continue;
    for (const power of looked) {
      const permission = permissionFor(power, rule.grant, isClusterRole);
      if (!permission) continue;
      yield {
        at: resourceField(rule, permission.resource),
        message: `${subjectOf(object)} may ${power.may}${reachOf(power, isClusterRole)}`,
        about: rule.field,
        insteadOf,
      };
      break;
    }
  }
}

/** True if an entry gives any power that a rule of its own reports. */
export function givesPower({ grant }: PolicyRule, isClusterRole: boolean): boolean {
  return powers.some((power) => permissionFor(power, grant, isClusterRole));
}

/** How messages speak of those who get a role. */
export function subjectOf({ kind }: KubernetesObject): string {
  return kind === 'ClusterRole' ? 'Whoever is bound to this ClusterRole' : 'Whoever is bound to this Role';
}

/** What messages say of the powers beside the worst one. */
export function andMore({ length }: readonly unknown[]): string {
  return length === 0 ? '' : `, and do ${length} more dangerous ${length === 1 ? 'thing' : 'things'}`;
}

function reachOf({ isOfCluster }: Power, isClusterRole: boolean): string {
  if (isOfCluster) return '';
  return isClusterRole ? ', in all namespaces if bound by a ClusterRoleBinding' : ' in its namespace';
}
