import { descend, items, member } from '../yaml/field';
import { readOnce } from '../yaml/readOnce';
import type { PodSpec } from './podSpec';

/** Kinds of which the API server takes no object without a selector (API reference 1.37, apps/v1). */
const selectingKinds: readonly string[] = ['Deployment', 'ReplicaSet', 'StatefulSet', 'DaemonSet'];

/**
 * True for a pod of which only a part is written, as in a kustomize patch: what is absent may stand elsewhere. The API
 * server would refuse such an object by itself, since every container has an image.
 */
export const isPartialPod = readOnce(({ object, spec }: PodSpec): boolean => {
  const containers = member(spec, 'containers');
  if (containers.state === 'absent') return true;
  if (items(containers).some((container) => member(container, 'image').state === 'absent')) return true;
  const { group, version, kind, root } = object;
  return (
    group === 'apps' &&
    version === 'v1' &&
    kind !== undefined &&
    selectingKinds.includes(kind) &&
    descend(root, 'spec', 'selector').state === 'absent'
  );
});
