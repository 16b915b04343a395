import type { Container, PodSpec } from '../../manifests/pods/podSpec';
import { booleanOf, type Field, items, member, stringOf } from '../../yaml/field/field';

/** A place where a container has a volume. */
export interface VolumeMount {
  readonly container: Container;
  readonly field: Field;
  readonly mountPath: string | undefined;
}

/** Where a pod's containers have a volume that they can write to; a template's decision counts as read-only. */
export function writableMounts(pod: PodSpec, volume: string): VolumeMount[] {
  return mountsOf(pod, volume).filter(({ field }) => {
    const readOnly = member(field, 'readOnly');
    return readOnly.state !== 'unknown' && booleanOf(readOnly) !== true;
  });
}

function mountsOf(pod: PodSpec, volume: string): VolumeMount[] {
  return pod.containers.flatMap((container) =>
    items(member(container.field, 'volumeMounts'))
      .filter((field) => stringOf(member(field, 'name')) === volume)
      .map((field) => ({ container, field, mountPath: stringOf(member(field, 'mountPath')) })),
  );
}
