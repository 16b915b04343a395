import { member } from '../yaml/field';
import { all } from './answer';
import { identityOf } from './facts/identityFacts';
import { labelFacts } from './facts/labelFacts';
import type { ObjectFacts } from './facts/objectFacts';
import { holdsLabels, isEmpty } from './labelSelector';
import { inSameNamespace } from './namespace';
import type { PodSpec } from './podSpec';

/** The Services that certainly send traffic to a pod. */
export function selectingServices(pod: PodSpec, objects: readonly ObjectFacts[]): ObjectFacts[] {
  const labels = labelFacts(member(pod.metadata, 'labels'));
  const own = identityOf(pod.object);
  return objects.filter((object) => {
    const selector = object.service?.selector;
    if (!selector || isEmpty(selector) || object.service?.type === 'ExternalName') return false;
    return all([inSameNamespace(own, object), holdsLabels(selector, labels)]) === true;
  });
}
