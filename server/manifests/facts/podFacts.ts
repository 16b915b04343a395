import { member } from '../../yaml/field';
import type { PodSpec } from '../podSpec';
import { type LabelFacts, labelFacts } from './labelFacts';
import { type Stated, statedString } from './stated';

/** What other objects' rules ask of a pod, or of the template that pods are made from. */
export interface PodFacts {
  readonly labels: LabelFacts;
  readonly serviceAccountName: Stated<string>;
}

/** The facts of a pod. */
export function podFacts(pod: PodSpec): PodFacts {
  const named = member(pod.spec, 'serviceAccountName');
  return {
    labels: labelFacts(member(pod.metadata, 'labels')),
    serviceAccountName: statedString(named.state === 'absent' ? member(pod.spec, 'serviceAccount') : named),
  };
}
