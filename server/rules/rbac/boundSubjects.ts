import type { KubernetesObject } from '../../manifests/objects/objects';
import { type Field, items, member, stringOf } from '../../yaml/field/field';

/** Somebody who a binding is for. Names are undefined where a template writes them. */
export interface BoundSubject {
  readonly field: Field;
  readonly kind: string | undefined;
  readonly name: string | undefined;
}

/** The subjects of a RoleBinding or ClusterRoleBinding. */
export function boundSubjects({ root }: KubernetesObject): BoundSubject[] {
  return items(member(root, 'subjects')).map((field) => ({
    field: member(field, 'name'),
    kind: stringOf(member(field, 'kind')),
    name: stringOf(member(field, 'name')),
  }));
}
