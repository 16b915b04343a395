import { descend, member } from '../yaml/field';
import { all } from './answer';
import { labelFacts } from './facts/labelFacts';
import type { ObjectFacts } from './facts/objectFacts';
import { statedString } from './facts/stated';
import { holdsLabels, isEmpty } from './labelSelector';
import { inSameNamespace } from './namespace';
import type { PodSpec } from './podSpec';

/** The Services that certainly send traffic to a pod. */
export function selectingServices(pod: PodSpec, objects: readonly ObjectFacts[]): ObjectFacts[] {
  const labels = labelFacts(member(pod.metadata, 'labels'));
  const own = { namespace: statedString(descend(pod.object.root, 'metadata', 'namespace')) };
  return objects.filter((object) => {
    const selector = object.service?.selector;
    if (!selector || isEmpty(selector) || object.service?.type === 'ExternalName') return false;
    return all([inSameNamespace(own, object), holdsLabels(selector, labels)]) === true;
  });
}
