import type { LabelFacts } from '../facts/labelFacts';
import type { LabelSelectorFacts } from '../facts/labelSelectorFacts';
import type { ObjectFacts } from '../facts/objectFacts';
import { objectsWith } from '../facts/objectsWith';
import { inSameNamespace, type Namespaced } from '../objects/namespace';
import { any, type Truth } from '../truth';

/**
 * Labels that controllers and admission add to pods, so that no template shows them
 * (https://kubernetes.io/docs/reference/labels-annotations-taints/, Kubernetes 1.37).
 */
const addedToPods: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-generation',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
  'topology.kubernetes.io/region',
  'topology.kubernetes.io/zone',
]);

/** The names of the labels that a selector asks about. */
export function labelsAskedAbout(selector: LabelSelectorFacts): string[] {
  return [
    ...Object.keys(selector.matchLabels.values),
    ...selector.matchExpressions.flatMap(({ key }) => (typeof key === 'string' ? [key] : [])),
  ];
}

/**
 * Whether a selector selects the pods of any object beside it.
 *
 * @param asked the names of the labels that it asks about
 * @param selectsLabels whether it selects whoever has some labels
 */
export function selectsAnyPod(
  objects: readonly ObjectFacts[],
  selecting: Namespaced,
  asked: readonly string[],
  selectsLabels: (labels: LabelFacts) => Truth,
): Truth {
  if (asked.some(mayBeAddedToPods)) return null;
  return any(
    objectsWith(objects, 'pod').flatMap((object) => {
      if (inSameNamespace(object, selecting) === false) return [];
      return [selectsLabels(object.pod.labels)];
    }),
  );
}

/** True for a label that pods may have though no template shows it. */
export function mayBeAddedToPods(label: string): boolean {
  return addedToPods.has(label) || isOperators(label);
}

/** True for labels of an operator's own, which it puts on the pods that it makes out of custom resources. */
function isOperators(label: string): boolean {
  const prefix = label.slice(0, Math.max(0, label.lastIndexOf('/')));
  return prefix.includes('.') && !/(?:^|\.)(?:kubernetes|k8s)\.io$/.test(prefix);
}
