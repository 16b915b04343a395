import type { KubernetesObject } from '../../manifests/objects';
import { podSpecOf } from '../../manifests/podSpec';
import { builtInWorkloadKinds } from '../../manifests/workloadKinds';
import { type Field, items, member } from '../../yaml/field';
import { type InTreeVolume, inTreeVolumes } from './inTreeVolumes';

/** The kinds that can have volumes: those with a pod, and PersistentVolume. */
export const kindsWithVolumes: readonly string[] = [
  ...builtInWorkloadKinds.map(({ group, kind }) => `${group}/${kind}`),
  '/PersistentVolume',
];

/** A source of a volume that Kubernetes has given up or will give up. */
export interface VolumeSource {
  readonly field: Field;
  readonly volume: InTreeVolume;
}

/** The sources of an object's volumes that Kubernetes has given up or will give up. */
export function inTreeSources(object: KubernetesObject): VolumeSource[] {
  return volumesOf(object).flatMap((holder) =>
    inTreeVolumes
      .map((volume) => ({ volume, field: member(holder, volume.name) }))
      .filter(({ field }) => field.state === 'known'),
  );
}

function volumesOf(object: KubernetesObject): Field[] {
  if (object.kind === 'PersistentVolume') return [member(object.root, 'spec')];
  const pod = podSpecOf(object, builtInWorkloadKinds);
  return pod ? items(member(pod.spec, 'volumes')) : [];
}
