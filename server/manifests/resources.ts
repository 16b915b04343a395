import { descend, type Field, member } from '../yaml/field';
import { type Answer, any } from './answer';
import { identityOf } from './facts/identityFacts';
import type { ObjectFacts } from './facts/objectFacts';
import { objectsWith } from './facts/objectsWith';
import type { MinorVersion } from './kubernetesVersion';
import { inSameNamespace } from './namespace';
import type { Container, PodSpec } from './podSpec';

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
export function hasResource(container: Container, side: ResourceSide, resource: string, version: MinorVersion): Answer {
  return any(writtenResources(container, side === 'requests' ? ['requests', 'limits'] : ['limits'], resource, version));
}

function* writtenResources(
  container: Container,
  sides: readonly ResourceSide[],
  resource: string,
  version: MinorVersion,
): Iterable<Answer> {
  const counts = version >= 34 && podLevelResources.includes(resource);
  for (const owner of counts ? [container.field, container.pod.spec] : [container.field]) {
    const resources = member(owner, 'resources');
    if (resources.state === 'absent') continue;
    for (const side of sides) yield isWritten(descend(resources, side, resource));
  }
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

function isWritten(field: Field): Answer {
  return field.state === 'unknown' ? null : field.state === 'known';
}
