import { descend, type Field, member } from '../../yaml/field/field';
import { identityOf } from '../facts/identityFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { objectsWith } from '../facts/objectsWith';
import { inSameNamespace } from '../objects/namespace';
import type { Container, PodSpec } from '../pods/podSpec';
import { any, type Truth } from '../truth';
import type { MinorVersion } from '../versions/kubernetesVersion';

/** What a container asks for, or may use at most. */
export type ResourceSide = 'requests' | 'limits';

/** The resources that a pod can ask for as a whole, from 1.34 on (feature PodLevelResources, beta). */
const podLevelResources: readonly string[] = ['cpu', 'memory'];

/** The field of a container's resource, whether or not it is written. */
export function resourceField(container: Container, side: ResourceSide, resource: string): Field {
  return descend(container.field, 'resources', side, resource);
}

/**
 * Whether a container has a request or a limit of a resource: its own or its pod's. A limit alone is a request of the
 * same size (https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/).
 */
export function hasResource(container: Container, side: ResourceSide, resource: string, version: MinorVersion): Truth {
  const countsPod = countsPodLevel(version) && podLevelResources.includes(resource);
  return any([
    hasOwnResource(container, side, resource),
    countsPod ? isWrittenBy(container.pod.spec, side, resource) : false,
  ]);
}

/** Whether a container has a request or a limit of its own. */
export function hasOwnResource(container: Container, side: ResourceSide, resource: string): Truth {
  return isWrittenBy(container.field, side, resource);
}

/** Whether a pod asks for anything as a whole. */
export function hasPodLevelRequests({ spec }: PodSpec, version: MinorVersion): Truth {
  if (!countsPodLevel(version)) return false;
  return any(podLevelResources.map((resource) => isWrittenBy(spec, 'requests', resource)));
}

function countsPodLevel(version: MinorVersion): boolean {
  return version >= 34;
}

function isWrittenBy(owner: Field, side: ResourceSide, resource: string): Truth {
  const resources = member(owner, 'resources');
  if (resources.state === 'absent') return false;
  const sides = side === 'requests' ? ['requests', 'limits'] : ['limits'];
  return any(sides.map((one) => isWritten(descend(resources, one, resource))));
}

/** Whether a LimitRange in reach fills in what a container of a pod does not say, or may do so. */
export function mayBeFilledIn(
  pod: PodSpec,
  side: ResourceSide,
  resource: string,
  objects: readonly ObjectFacts[],
): boolean {
  return objectsWith(objects, 'limitRange').some((object) => {
    if (inSameNamespace(identityOf(pod.object), object) === false) return false;
    const filled = object.limitRange[side];
    return filled === null || filled.includes(resource);
  });
}

function isWritten(field: Field): Truth {
  return field.state === 'unknown' ? null : field.state === 'known';
}
