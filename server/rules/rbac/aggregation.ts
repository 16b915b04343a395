import type { KubernetesObject } from '../../manifests/objects/objects';
import { descend, type Field, member, scalarOf } from '../../yaml/field/field';

/** A built-in role that a ClusterRole adds itself to. */
export interface Aggregation {
  readonly role: 'view' | 'edit' | 'admin';
  readonly label: Field;
}

/** The built-in roles that a ClusterRole's labels add it to. */
export function aggregationsOf({ root }: KubernetesObject): Aggregation[] {
  const labels = descend(root, 'metadata', 'labels');
  return (['view', 'edit', 'admin'] as const).flatMap((role) => {
    const label = member(labels, `rbac.authorization.k8s.io/aggregate-to-${role}`);
    const scalar = scalarOf(label);
    return scalar !== undefined && 'value' in scalar && String(scalar.value) === 'true' ? [{ role, label }] : [];
  });
}
