import { member } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedBoolean } from '../objects/stated';

/** What other objects' rules ask of a ServiceAccount. */
export interface ServiceAccountFacts {
  /** Whether its pods get a token, unless they say otherwise; absent it is true. */
  readonly automountsToken: Stated<boolean>;
}

/** The facts of a ServiceAccount. */
export function serviceAccountFacts({ root }: KubernetesObject): ServiceAccountFacts {
  return { automountsToken: statedBoolean(member(root, 'automountServiceAccountToken')) };
}
