import { descend, rangeOf } from '../../yaml/field';
import type { OffsetRange } from '../../yaml/lines';
import type { KubernetesObject } from '../objects';
import type { PodSpec } from '../podSpec';
import { type AutoscalerFacts, autoscalerFacts } from './autoscalerFacts';
import { type DisruptionBudgetFacts, disruptionBudgetFacts } from './disruptionBudgetFacts';
import { type LabelFacts, labelFacts } from './labelFacts';
import { type LimitRangeFacts, limitRangeFacts } from './limitRangeFacts';
import { type PodFacts, podFacts } from './podFacts';
import { type ServiceFacts, serviceFacts } from './serviceFacts';
import { type Stated, statedNumber, statedString } from './stated';

/**
 * What rules may ask of an object that isn't at hand: plain data, kept when its tree is long gone. Members for one kind
 * alone are missing on all others.
 */
export interface ObjectFacts {
  /** Empty for the core group, null where a template writes it; likewise the next two. */
  readonly group: string | null;
  readonly version: string | null;
  readonly kind: string | null;
  readonly name: Stated<string>;
  readonly namespace: Stated<string>;
  readonly labels: LabelFacts;
  /** Where to point a reader: the object's name. UTF-16 offsets from its document's start. */
  readonly range: OffsetRange;
  readonly pod?: PodFacts;
  /** How many pods a workload asks for; undefined where it says nothing, also for kinds that can't. */
  readonly replicas: Stated<number>;
  readonly service?: ServiceFacts;
  readonly disruptionBudget?: DisruptionBudgetFacts;
  readonly autoscaler?: AutoscalerFacts;
  readonly limitRange?: LimitRangeFacts;
}

/** What is known of one kind alone, by `group/Kind`. */
const factsOfKinds: Readonly<Record<string, (object: KubernetesObject) => Partial<ObjectFacts>>> = {
  '/Service': (object) => ({ service: serviceFacts(object) }),
  '/LimitRange': (object) => ({ limitRange: limitRangeFacts(object) }),
  'autoscaling/HorizontalPodAutoscaler': (object) => ({ autoscaler: autoscalerFacts(object) }),
  'policy/PodDisruptionBudget': (object) => ({ disruptionBudget: disruptionBudgetFacts(object) }),
};

/** The facts of an object. */
export function objectFacts(object: KubernetesObject, pod: PodSpec | undefined): ObjectFacts {
  const { root, group = null, version = null, kind = null } = object;
  const name = descend(root, 'metadata', 'name');
  return {
    group,
    version,
    kind,
    name: statedString(name),
    namespace: statedString(descend(root, 'metadata', 'namespace')),
    labels: labelFacts(descend(root, 'metadata', 'labels')),
    range: rangeOf(name),
    replicas: statedNumber(descend(root, 'spec', 'replicas')),
    ...(pod && { pod: podFacts(pod) }),
    ...factsOfKinds[`${group ?? ''}/${kind ?? ''}`]?.(object),
  };
}
