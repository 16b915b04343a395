import type { UtilizationMetric } from '../facts/autoscalerFacts';
import { identityOf } from '../facts/identityFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { objectsWith } from '../facts/objectsWith';
import { runsThroughout } from '../pods/containerRole';
import type { Container, PodSpec } from '../pods/podSpec';
import type { MinorVersion } from '../versions/kubernetesVersion';
import { scales } from './autoscaling';
import { hasOwnResource, hasPodLevelRequests } from './resources';

/** An autoscaler and the resource that it measures as a percentage of what is requested. */
interface Measurement {
  readonly object: ObjectFacts;
  readonly resource: string;
  /** True where one container is measured: what the pod asks for as a whole doesn't count then. */
  readonly isOwn: boolean;
}

/** What the autoscalers of a container's workload measure of it. */
export function measurementsOf(
  container: Container,
  objects: readonly ObjectFacts[],
  version: MinorVersion,
): readonly Measurement[] {
  const autoscalers = objectsWith(objects, 'autoscaler');
  if (autoscalers.length === 0 || runsThroughout(container, version) !== true) return [];
  const own = identityOf(container.pod.object);
  return autoscalers.flatMap((object) => {
    if (scales(object, own) !== true) return [];
    return object.autoscaler.utilizationMetrics
      .filter((metric) => measures(metric, container.name))
      .map(({ resource, container: measured }) => ({ object, resource, isOwn: measured !== undefined }))
      .filter(({ resource, isOwn }) => isOwn || !isSummedUp(container.pod, resource, version));
  });
}

/**
 * Of a pod that asks for anything as a whole, the autoscaler takes what all containers ask for, if one of them does
 * (kubernetes/pkg/controller/podautoscaler/replica_calculator.go, 1.37).
 */
function isSummedUp(pod: PodSpec, resource: string, version: MinorVersion): boolean {
  if (hasPodLevelRequests(pod, version) === false) return false;
  return pod.containers.some(
    (container) =>
      runsThroughout(container, version) !== false && hasOwnResource(container, 'requests', resource) !== false,
  );
}

/** A metric without a container measures all of them. */
function measures({ container }: UtilizationMetric, name: string | undefined): boolean {
  return container === undefined || (container !== null && container === name);
}
