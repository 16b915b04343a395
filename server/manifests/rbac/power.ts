import { type Grant, isGranted, type Permission } from './policyRules';

/** Something a role may allow that leads further than it says (Kubernetes documentation, "RBAC good practices"). */
export interface Power {
  /** Completes "may": `read Secrets`. */
  readonly may: string;
  /** Any of them is enough. */
  readonly permissions: readonly Permission[];
  /** True where the names of an entry limit the power to those objects. */
  readonly isLimitedByNames: boolean;
  /** Objects that give the power even to an entry limited to them. */
  readonly powerfulNames?: readonly string[];
  /** True for what a Role can't grant, since it belongs to no namespace. */
  readonly isOfCluster: boolean;
  /** True for what the built-in role `edit` may anyway (Kubernetes 1.37). */
  readonly isInEdit: boolean;
}

/** The permission by which an entry gives a power; undefined if it doesn't. */
export function permissionFor(power: Power, grant: Grant, isClusterRole: boolean): Permission | undefined {
  if (power.isOfCluster && !isClusterRole) return undefined;
  if (power.isLimitedByNames && grant.isRestricted && !namesPowerful(power, grant)) return undefined;
  return power.permissions.find((permission) => isGranted(grant, permission));
}

function namesPowerful({ powerfulNames = [] }: Power, { resourceNames }: Grant): boolean {
  return resourceNames.some((name) => powerfulNames.includes(name));
}
