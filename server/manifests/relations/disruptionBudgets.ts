import { disruptionBudgetFacts } from '../facts/disruptionBudgetFacts';
import { identityOf } from '../facts/identityFacts';
import type { LabelFacts } from '../facts/labelFacts';
import type { LabelSelectorFacts } from '../facts/labelSelectorFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { objectsWith } from '../facts/objectsWith';
import { inSameNamespace } from '../objects/namespace';
import type { KubernetesObject } from '../objects/objects';
import type { Stated } from '../objects/stated';
import type { Truth } from '../truth';
import { all } from '../truth';
import { scales } from './autoscaling';
import { selects } from './labelSelector';
import { replicatedKindNames } from './replicatedWorkloads';

/**
 * Whether a budget is for pods of some labels. Without a selector it is for none, with an empty one for all of its
 * namespace, in policy/v1beta1 for none (https://kubernetes.io/docs/tasks/run-application/configure-pdb/).
 */
export function isBudgetFor(selector: Stated<LabelSelectorFacts>, version: string | null, labels: LabelFacts): Truth {
  if (!selector) return selector === undefined ? false : null;
  const isEmpty = Object.keys(selector.matchLabels.values).length === 0 && selector.matchExpressions.length === 0;
  const mayHaveMore = selector.mayHaveMore || selector.matchLabels.mayHaveMore;
  if (isEmpty && !mayHaveMore && version !== 'v1') return version === null ? null : false;
  return selects(selector, labels);
}

/**
 * The least number of pods that a budget is for, where the manifests say it: undefined if nothing in reach is certain
 * to be meant, or something in reach may be meant that isn't certain.
 */
export function expectedPods(budget: KubernetesObject, objects: readonly ObjectFacts[]): number | undefined {
  const own = identityOf(budget);
  const { selector } = disruptionBudgetFacts(budget);
  let pods = 0;
  for (const object of objectsWith(objects, 'pod')) {
    const isMeant = all([inSameNamespace(own, object), isBudgetFor(selector, own.version, object.pod.labels)]);
    if (isMeant === false) continue;
    const count =
      isMeant && replicatedKindNames.includes(`${object.group}/${object.kind}`)
        ? leastReplicas(object, objects)
        : undefined;
    if (count === undefined) return undefined;
    pods += count;
  }
  return pods === 0 ? undefined : pods;
}

/** Where nothing is written it may be an autoscaler out of reach that decides. */
function leastReplicas(workload: ObjectFacts, objects: readonly ObjectFacts[]): number | undefined {
  const scaling = objectsWith(objects, 'autoscaler').map((object) => ({ object, truth: scales(object, workload) }));
  const autoscaler = scaling.find(({ truth }) => truth !== false);
  if (!autoscaler) return workload.replicas ?? undefined;
  if (autoscaler.truth === null) return undefined;
  const least = autoscaler.object.autoscaler.minReplicas;
  return least === undefined ? 1 : (least ?? undefined);
}
