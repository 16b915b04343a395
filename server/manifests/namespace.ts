import type { Answer } from './answer';
import type { Stated } from './facts/stated';

/** What has a namespace. */
interface Namespaced {
  readonly namespace: Stated<string>;
}

/**
 * Whether two objects will be in the same namespace. One that names none goes where it is applied, by kubectl's
 * `--namespace`, kustomize or Helm: the same place as another one without, perhaps that of one with.
 */
export function inSameNamespace(one: Namespaced, other: Namespaced): Answer {
  if (one.namespace === null || other.namespace === null) return null;
  if (one.namespace === other.namespace) return true;
  return one.namespace === undefined || other.namespace === undefined ? null : false;
}
