import { member } from '../../yaml/field';
import type { KubernetesObject } from '../objects';
import { type Grant, policyRulesOf } from '../rbac/policyRules';

/** What a Role or ClusterRole grants. */
export interface RoleFacts {
  readonly grants: readonly Grant[];
  /** True for a ClusterRole that is put together from others by their labels. */
  readonly isAggregate: boolean;
}

/** The facts of a role. */
export function roleFacts(object: KubernetesObject): RoleFacts {
  return {
    grants: policyRulesOf(object).map(({ grant }) => grant),
    isAggregate: member(object.root, 'aggregationRule').state !== 'absent',
  };
}
