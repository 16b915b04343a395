import { descend } from '../../yaml/field';
import type { KubernetesObject } from '../objects';
import type { LabelFacts } from './labelFacts';
import { labelMapFacts } from './labelSelectorFacts';
import { type Stated, statedString } from './stated';

/** What other objects' rules ask of a Service. */
export interface ServiceFacts {
  /** A Service without a selector has its endpoints from somebody else. */
  readonly selector: Stated<LabelFacts>;
  readonly type: Stated<string>;
  /** `None` for a headless Service. */
  readonly clusterIP: Stated<string>;
}

/** The facts of a Service. */
export function serviceFacts({ root }: KubernetesObject): ServiceFacts {
  return {
    selector: labelMapFacts(descend(root, 'spec', 'selector')),
    type: statedString(descend(root, 'spec', 'type')),
    clusterIP: statedString(descend(root, 'spec', 'clusterIP')),
  };
}
