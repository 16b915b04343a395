import { type Field, items, mayHaveMore, member } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Grant, policyRulesOf } from '../rbac/policyRules';

/** What a Role or ClusterRole grants. */
export interface RoleFacts {
  readonly grants: readonly Grant[];
  /** True for a ClusterRole that is put together from others by their labels. */
  readonly isAggregate: boolean;
  /** True where a template may add entries, or fills parts of one in. */
  readonly mayGrantMore: boolean;
}

/** The facts of a role. */
export function roleFacts(object: KubernetesObject): RoleFacts {
  return {
    grants: policyRulesOf(object).map(({ grant }) => grant),
    mayGrantMore: mayGrantMore(member(object.root, 'rules')),
    isAggregate: member(object.root, 'aggregationRule').state !== 'absent',
  };
}

function mayGrantMore(rules: Field): boolean {
  const isOpen = (field: Field) => mayHaveMore(field) || items(field).some(({ state }) => state === 'unknown');
  return (
    isOpen(rules) ||
    items(rules).some((rule) => ['apiGroups', 'resources', 'verbs'].some((key) => isOpen(member(rule, key))))
  );
}
