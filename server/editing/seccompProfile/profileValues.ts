import type { OfferedValue } from '../../features/values/offeredValue';
import { actions, calls } from '../../features/values/systemCallValues';
import { outlinePath } from '../../manifests/objects/fieldPlace';
import type { OutlineNode } from '../../yaml/typing/outline';

/** The values that are known for a place of a seccomp profile, which may hold little else yet. */
export function profileValues(node: OutlineNode, isJson: boolean): readonly OfferedValue[] {
  if (!isJson) return [];
  const path = outlinePath(node).join('.');
  if (path === 'syscalls.[].names.[]') return calls;
  return path === 'defaultAction' || path === 'syscalls.[].action' ? actions : [];
}
