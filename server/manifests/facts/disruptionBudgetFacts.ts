import { descend } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import type { Stated } from '../objects/stated';
import { type LabelSelectorFacts, labelSelectorFacts } from './labelSelectorFacts';

/** What other objects' rules ask of a PodDisruptionBudget. */
export interface DisruptionBudgetFacts {
  /** Without a selector it is for no pod; with an empty one for all, in policy/v1beta1 for none. */
  readonly selector: Stated<LabelSelectorFacts>;
}

/** The facts of a PodDisruptionBudget. */
export function disruptionBudgetFacts({ root }: KubernetesObject): DisruptionBudgetFacts {
  return { selector: labelSelectorFacts(descend(root, 'spec', 'selector')) };
}
