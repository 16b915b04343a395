import { builtInWorkloadKinds } from '../../manifests/kinds/workloadKinds';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { descend, type Field, items, member, members } from '../../yaml/field/field';
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
  /** What to use. */
  readonly instead: string;
}

const inTreeVolumeNamed = new Map(inTreeVolumes.map((volume) => [volume.name, volume]));

/** The sources of an object's volumes that Kubernetes has given up or will give up. */
export function inTreeSources(object: KubernetesObject): VolumeSource[] {
  const { kind } = object;
  return volumesOf(object).flatMap((holder) =>
    members(holder).flatMap(({ name, value }) => {
      const volume = inTreeVolumeNamed.get(name);
      return volume && value.state === 'known' ? [{ volume, field: value, instead: insteadOf(volume, kind) }] : [];
    }),
  );
}

/** A pod claims its storage; the volume that is claimed names the driver. */
function insteadOf({ driver }: InTreeVolume, kind: string | undefined): string {
  if (driver === undefined) return 'an init container that clones into an emptyDir, or an image volume';
  return kind === 'PersistentVolume' ? `a csi source of ${driver}` : `a PersistentVolumeClaim of ${driver}`;
}

function volumesOf(object: KubernetesObject): readonly Field[] {
  if (object.kind === 'PersistentVolume') return [member(object.root, 'spec')];
  const spec = builtInPodSpec(object);
  return spec ? items(member(spec, 'volumes')) : [];
}

/** Where an object of a built-in kind has the spec of its pods; undefined for kinds that make none. */
export function builtInPodSpec({ group, kind, root }: KubernetesObject): Field | undefined {
  const known = builtInWorkloadKinds.find((each) => each.kind === kind && each.group === group);
  return known && descend(root, ...known.templatePath, 'spec');
}
