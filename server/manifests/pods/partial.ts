import { readOnce } from '../../readOnce';
import { items, member } from '../../yaml/field/field';
import type { PodSpec } from './podSpec';

/**
 * True for a pod of which only a part is written: what is absent may stand elsewhere. That is so of what a kustomization
 * lists among its patches, of what an operator completes, and of what is no whole pod: every container has a name and an
 * image. The selector of a workload may come from a kustomization's labels, so that one without is no part for that.
 */
export const isPartialPod = readOnce(({ object, spec, absence }: PodSpec): boolean => {
  if (object.isPatch || absence === 'filled in') return true;
  const containers = member(spec, 'containers');
  if (containers.state === 'absent') return true;
  return items(containers).some((container) =>
    ['name', 'image'].some((name) => member(container, name).state === 'absent'),
  );
});
