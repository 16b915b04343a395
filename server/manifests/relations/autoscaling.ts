import type { ObjectIdentity } from '../facts/identityFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { inSameNamespace } from '../objects/namespace';
import type { Stated } from '../objects/stated';
import { all, type Truth } from '../truth';

/** What scales workloads: Kubernetes' own autoscaler, and KEDA's object that makes one. */
export const autoscalerKinds: readonly string[] = ['autoscaling/HorizontalPodAutoscaler', 'keda.sh/ScaledObject'];

/** Whether an object is an autoscaler of a workload. */
export function scales(object: Pick<ObjectFacts, 'autoscaler' | 'namespace'>, workload: ObjectIdentity): Truth {
  const { autoscaler } = object;
  if (!autoscaler) return false;
  // Without an apiVersion the core group is meant.
  const group = autoscaler.targetGroup === undefined ? '' : autoscaler.targetGroup;
  return all([
    isSame(group, workload.group),
    isSame(autoscaler.targetKind, workload.kind),
    isSame(autoscaler.targetName, workload.name),
    inSameNamespace(object, workload),
  ]);
}

function isSame(one: Stated<string>, other: Stated<string>): Truth {
  return one === null || other === null || one === undefined || other === undefined ? null : one === other;
}
