import { descend, items, mayHaveMore, member } from '../../yaml/field/field';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedNumber, statedString } from '../objects/stated';
import type { LabelFacts } from './labelFacts';
import { labelMapFacts } from './labelSelectorFacts';

/** A port of a Service. */
export interface ServicePortFacts {
  readonly name: Stated<string>;
  readonly port: Stated<number>;
}

/** What other objects' rules ask of a Service. */
export interface ServiceFacts {
  /** A Service without a selector has its endpoints from somebody else. */
  readonly selector: Stated<LabelFacts>;
  readonly type: Stated<string>;
  /** `None` for a headless Service. */
  readonly clusterIP: Stated<string>;
  /** Null where there may be more than are written. */
  readonly ports: readonly ServicePortFacts[] | null;
}

/** The facts of a Service. */
export function serviceFacts({ root }: KubernetesObject): ServiceFacts {
  const ports = descend(root, 'spec', 'ports');
  return {
    selector: labelMapFacts(descend(root, 'spec', 'selector')),
    type: statedString(descend(root, 'spec', 'type')),
    clusterIP: statedString(descend(root, 'spec', 'clusterIP')),
    ports: mayHaveMore(ports)
      ? null
      : items(ports).map((port) => ({
          name: statedString(member(port, 'name')),
          port: statedNumber(member(port, 'port')),
        })),
  };
}
