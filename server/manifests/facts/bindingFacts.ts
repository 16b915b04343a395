import { descend, items, mayHaveMore, member } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedString } from '../objects/stated';

/** Somebody who gets what a binding's role allows. */
export interface BindingSubject {
  readonly kind: Stated<string>;
  readonly name: Stated<string>;
  readonly namespace: Stated<string>;
}

/** What other objects' rules ask of a RoleBinding or ClusterRoleBinding. */
export interface BindingFacts {
  readonly roleKind: Stated<string>;
  readonly roleName: Stated<string>;
  readonly subjects: readonly BindingSubject[];
  /** True where a template may add subjects. */
  readonly mayHaveMore: boolean;
}

/** The facts of a RoleBinding or ClusterRoleBinding. */
export function bindingFacts({ root }: KubernetesObject): BindingFacts {
  const subjects = member(root, 'subjects');
  return {
    roleKind: statedString(descend(root, 'roleRef', 'kind')),
    roleName: statedString(descend(root, 'roleRef', 'name')),
    subjects: items(subjects).map((subject) => ({
      kind: statedString(member(subject, 'kind')),
      name: statedString(member(subject, 'name')),
      namespace: statedString(member(subject, 'namespace')),
    })),
    mayHaveMore: mayHaveMore(subjects),
  };
}
