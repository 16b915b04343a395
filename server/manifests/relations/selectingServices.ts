import { member } from '../../yaml/field/field';
import { identityOf } from '../facts/identityFacts';
import { labelFacts } from '../facts/labelFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { objectsWith } from '../facts/objectsWith';
import { inSameNamespace } from '../objects/namespace';
import type { PodSpec } from '../pods/podSpec';
import { all } from '../truth';
import { holdsLabels, isEmpty } from './labelSelector';

/** The Services that certainly send traffic to a pod. */
export function selectingServices(pod: PodSpec, objects: readonly ObjectFacts[]): ObjectFacts[] {
  const services = objectsWith(objects, 'service');
  if (services.length === 0) return [];
  const labels = labelFacts(member(pod.metadata, 'labels'));
  const own = identityOf(pod.object);
  return services.filter((object) => {
    const { selector, type } = object.service;
    if (!selector || isEmpty(selector) || type === 'ExternalName') return false;
    return all([inSameNamespace(own, object), holdsLabels(selector, labels)]) === true;
  });
}
