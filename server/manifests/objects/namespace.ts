import { descend } from '../../yaml/field/field';
import type { Truth } from '../truth';
import type { KubernetesObject } from './objects';
import { type Stated, statedString } from './stated';

/** What has a namespace. */
export interface Namespaced {
  readonly namespace: Stated<string>;
}

/** The namespace that an object says it belongs to. */
export function namespaced({ root }: KubernetesObject): Namespaced {
  return { namespace: statedString(descend(root, 'metadata', 'namespace')) };
}

/**
 * Whether two objects will be in the same namespace. One that names none goes where it is applied, by kubectl's
 * `--namespace`, kustomize or Helm: the same place as another one without, perhaps that of one with.
 */
export function inSameNamespace(one: Namespaced, other: Namespaced): Truth {
  if (one.namespace === null || other.namespace === null) return null;
  if (one.namespace === other.namespace) return true;
  return one.namespace === undefined || other.namespace === undefined ? null : false;
}
