import { descend, member, rangeOf } from '../../yaml/field/field';
import type { OffsetRange } from '../../yaml/parsing/lines';
import type { KubernetesObject } from '../objects/objects';
import { type Stated, statedNumber } from '../objects/stated';
import type { PodSpec } from '../pods/podSpec';
import { type AutoscalerFacts, autoscalerFacts, scaledObjectFacts } from './autoscalerFacts';
import { type BindingFacts, bindingFacts } from './bindingFacts';
import { type DisruptionBudgetFacts, disruptionBudgetFacts } from './disruptionBudgetFacts';
import { identityOf, type ObjectIdentity } from './identityFacts';
import { type ImageChange, imageChange, imageChanges } from './imageChangeFacts';
import { type KeyFacts, keyFacts } from './keyFacts';
import { type LabelFacts, labelFacts } from './labelFacts';
import { type LimitRangeFacts, limitRangeFacts } from './limitRangeFacts';
import { type NetworkPolicyFacts, networkPolicyFacts } from './networkPolicyFacts';
import { type PodFacts, podFacts } from './podFacts';
import { type RoleFacts, roleFacts } from './roleFacts';
import { type ServiceAccountFacts, serviceAccountFacts } from './serviceAccountFacts';
import { type ServiceFacts, serviceFacts } from './serviceFacts';

/**
 * What rules may ask of an object that isn't at hand: plain data, kept when its tree is long gone. Members for one kind
 * alone are missing on all others.
 */
export interface ObjectFacts extends ObjectIdentity {
  readonly labels: LabelFacts;
  /** Where to point a reader: the object's name. UTF-16 offsets from its document's start. */
  readonly range: OffsetRange;
  readonly pod?: PodFacts;
  /** How many pods a workload asks for; undefined where it says nothing, also for kinds that can't. */
  readonly replicas: Stated<number>;
  readonly service?: ServiceFacts;
  readonly disruptionBudget?: DisruptionBudgetFacts;
  readonly autoscaler?: AutoscalerFacts;
  readonly limitRange?: LimitRangeFacts;
  /** Of a ConfigMap or Secret. */
  readonly keys?: KeyFacts;
  readonly serviceAccount?: ServiceAccountFacts;
  readonly binding?: BindingFacts;
  readonly role?: RoleFacts;
  readonly networkPolicy?: NetworkPolicyFacts;
  /** What it has kustomize do with images. */
  readonly imageChanges?: readonly ImageChange[];
}

/** What is known of one kind alone, by `group/Kind`. */
const factsOfKinds: Readonly<Record<string, (object: KubernetesObject) => Partial<ObjectFacts>>> = {
  '/Service': (object) => ({ service: serviceFacts(object) }),
  '/ConfigMap': (object) => ({ keys: keyFacts(object) }),
  '/Secret': (object) => ({ keys: keyFacts(object) }),
  '/ServiceAccount': (object) => ({ serviceAccount: serviceAccountFacts(object) }),
  '/LimitRange': (object) => ({ limitRange: limitRangeFacts(object) }),
  'autoscaling/HorizontalPodAutoscaler': (object) => ({ autoscaler: autoscalerFacts(object) }),
  'rbac.authorization.k8s.io/Role': (object) => ({ role: roleFacts(object) }),
  'rbac.authorization.k8s.io/ClusterRole': (object) => ({ role: roleFacts(object) }),
  'rbac.authorization.k8s.io/RoleBinding': (object) => ({ binding: bindingFacts(object) }),
  'rbac.authorization.k8s.io/ClusterRoleBinding': (object) => ({ binding: bindingFacts(object) }),
  'networking.k8s.io/NetworkPolicy': (object) => ({ networkPolicy: networkPolicyFacts(object) }),
  'keda.sh/ScaledObject': (object) => ({ autoscaler: scaledObjectFacts(object) }),
  '/ImageTagTransformer': ({ root }) => ({ imageChanges: [imageChange(member(root, 'imageTag'))] }),
  'kustomize.toolkit.fluxcd.io/Kustomization': ({ root }) => ({
    imageChanges: imageChanges(descend(root, 'spec', 'images')),
  }),
  'policy/PodDisruptionBudget': (object) => ({ disruptionBudget: disruptionBudgetFacts(object) }),
};

/** The facts of an object. */
export function objectFacts(object: KubernetesObject, pods: readonly PodSpec[]): ObjectFacts {
  // Of several pods, and of one that an operator completes, nothing holds that can be said of one.
  const [pod] = pods.length === 1 ? pods.filter(({ absence }) => absence !== 'filled in') : [];
  const { root } = object;
  const identity = identityOf(object);
  return {
    ...identity,
    labels: labelFacts(descend(root, 'metadata', 'labels')),
    range: rangeOf(descend(root, 'metadata', 'name')),
    replicas: statedNumber(descend(root, 'spec', 'replicas')),
    ...(pod && { pod: podFacts(pod) }),
    ...factsOfKinds[`${identity.group ?? ''}/${identity.kind ?? ''}`]?.(object),
  };
}
