import { descend, type Field } from '../../yaml/field/field';
import type { PlainValue } from '../../yaml/write/edits';
import { plainValueOf } from '../../yaml/write/plainValue';
import { type LabelSelectorFacts, labelMapFacts, labelSelectorFacts } from '../facts/labelSelectorFacts';
import type { KubernetesObject } from '../objects/objects';
import type { Stated } from '../objects/stated';

/** What is known of a kind that keeps a number of like pods running. */
interface ReplicatedKind {
  /** A mapping of labels instead of a label selector; left out, the template's labels are meant. */
  readonly selectsByMap: boolean;
  /** How many pods there are where nothing is written. */
  readonly unwrittenReplicas: 0 | 1;
}

/**
 * By `group/Kind`. Sources: Kubernetes API reference 1.37; OpenShift's `apps.openshift.io/v1` (where `replicas` is a plain
 * number, so that nothing written is 0); the CustomResourceDefinition of Argo Rollouts 1.8.
 */
const replicatedKinds: Readonly<Record<string, ReplicatedKind>> = {
  'apps/Deployment': { selectsByMap: false, unwrittenReplicas: 1 },
  'apps/StatefulSet': { selectsByMap: false, unwrittenReplicas: 1 },
  'apps/ReplicaSet': { selectsByMap: false, unwrittenReplicas: 1 },
  '/ReplicationController': { selectsByMap: true, unwrittenReplicas: 1 },
  'argoproj.io/Rollout': { selectsByMap: false, unwrittenReplicas: 1 },
  'apps.openshift.io/DeploymentConfig': { selectsByMap: true, unwrittenReplicas: 0 },
};

/** The names of these kinds, as `group/Kind`. */
export const replicatedKindNames: readonly string[] = Object.keys(replicatedKinds);

/** True for an object that keeps a number of like pods running, by its `replicas`. */
export function isReplicated(object: KubernetesObject): boolean {
  return kindOf(object) !== undefined;
}

/** How many pods such an object runs where it doesn't say. */
export function unwrittenReplicas(object: KubernetesObject): number | undefined {
  return kindOf(object)?.unwrittenReplicas;
}

/** Which pods such an object counts as its own: undefined where nobody says, null where a template does. */
export function ownSelector(object: KubernetesObject): Stated<LabelSelectorFacts> {
  if (!kindOf(object)?.selectsByMap) return labelSelectorFacts(selectorField(object));
  const matchLabels = labelMapFacts(labelMapField(object));
  return matchLabels && { matchLabels, matchExpressions: [], mayHaveMore: false };
}

/** The mapping of labels by which an object selects its pods. */
export function selectedLabels(object: KubernetesObject): Field {
  return kindOf(object)?.selectsByMap ? selectorField(object) : descend(selectorField(object), 'matchLabels');
}

/** A label selector for the pods of such an object, to be written elsewhere; undefined where it isn't known. */
export function writtenSelector(object: KubernetesObject): PlainValue | undefined {
  if (!kindOf(object)?.selectsByMap) return plainValueOf(selectorField(object)) ?? undefined;
  const matchLabels = plainValueOf(labelMapField(object)) ?? undefined;
  return matchLabels && { matchLabels };
}

function labelMapField(object: KubernetesObject): Field {
  const selector = selectorField(object);
  return selector.state === 'absent' ? descend(object.root, 'spec', 'template', 'metadata', 'labels') : selector;
}

function selectorField({ root }: KubernetesObject): Field {
  return descend(root, 'spec', 'selector');
}

function kindOf({ group, kind }: KubernetesObject): ReplicatedKind | undefined {
  const name = `${group}/${kind}`;
  return Object.hasOwn(replicatedKinds, name) ? replicatedKinds[name] : undefined;
}
