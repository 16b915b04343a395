import { readOnce } from '../../readOnce';
import { member } from '../../yaml/field/field';
import { type Stated, statedString } from '../objects/stated';
import { isPartialPod } from '../pods/partial';
import type { PodSpec } from '../pods/podSpec';
import { type LabelFacts, labelFacts } from './labelFacts';

/** What other objects' rules ask of a pod, or of the template that pods are made from. */
export interface PodFacts {
  readonly labels: LabelFacts;
  readonly serviceAccountName: Stated<string>;
}

/** The facts of a pod. */
export const podFacts = readOnce((pod: PodSpec): PodFacts => {
  const named = member(pod.spec, 'serviceAccountName');
  const labels = labelFacts(member(pod.metadata, 'labels'));
  return {
    // Of a pod that a patch writes in part, other labels may stand elsewhere; controllers of other makers add their own.
    labels: { ...labels, mayHaveMore: labels.mayHaveMore || pod.absence !== 'known' || isPartialPod(pod) },
    serviceAccountName: statedString(named.state === 'absent' ? member(pod.spec, 'serviceAccount') : named),
  };
});
