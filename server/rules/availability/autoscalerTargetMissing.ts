import { autoscalerFacts } from '../../manifests/facts/autoscalerFacts';
import { identityOf } from '../../manifests/facts/identityFacts';
import { groupOf, type KubernetesObject } from '../../manifests/objects/objects';
import { scales } from '../../manifests/relations/autoscaling';
import { descend, type Field, member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { autoscalingPage } from '../links';
import type { Fault, Neighbours, Rule } from '../rule';

export const autoscalerTargetMissing: Rule = {
  id: 'autoscaler-target-missing',
  title: 'Let autoscalers scale something that is there',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `An autoscaler whose target can't be found does nothing, and says so only in its own status. The workload stays at the
size it has, and goes down under the load that the autoscaler was made for.`,
  remedy: `Name kind, API group and name of a workload that can be scaled: a Deployment, StatefulSet or ReplicaSet is in
\`apps/v1\`. DaemonSets, Jobs and Pods can't be scaled.`,
  links: [autoscalingPage],
  bad: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`,
  good: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 2
  maxReplicas: 10
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: 70
`,
  looksAt: 'object',
  kinds: ['autoscaling/HorizontalPodAutoscaler'],
  among: ['workloads'],
  *checkAmong(object, neighbours) {
    const target = descend(object.root, 'spec', 'scaleTargetRef');
    const kind = stringOf(member(target, 'kind'));
    if (kind === undefined) return;
    if (unscalableKinds.includes(kind)) {
      yield { at: member(target, 'kind'), message: `A ${kind} can't be scaled, so this autoscaler does nothing` };
      return;
    }
    const faults = appsKinds.includes(kind) ? [...faultsOfGroup(target, kind)] : [];
    if (faults.length > 0) yield* faults;
    else yield* faultsOfName(object, target, kind, neighbours);
  },
};

const unscalableKinds: readonly string[] = ['DaemonSet', 'Job', 'CronJob', 'Pod'];
const appsKinds: readonly string[] = ['Deployment', 'StatefulSet', 'ReplicaSet'];

/** The autoscaler looks for the kind in the group that is named, the core group where none is. */
function* faultsOfGroup(target: Field, kind: string): Iterable<Fault> {
  const apiVersion = member(target, 'apiVersion');
  const written = stringOf(apiVersion);
  if (apiVersion.state === 'unknown' || (written !== undefined && groupOf(written) === 'apps')) return;
  const where = written === undefined ? 'without an apiVersion it is looked for in v1' : `there is none in ${written}`;
  yield {
    at: apiVersion,
    message: `The ${kind} of this autoscaler is not found: ${where}`,
    fixes: [{ title: `Look for the ${kind} in apps/v1`, class: 'ask', edits: [set(pathOf(apiVersion), 'apps/v1')] }],
  };
}

/** Only who sees the whole workspace can say that something is not there. */
function* faultsOfName(
  object: KubernetesObject,
  target: Field,
  kind: string,
  { objects, reach }: Neighbours,
): Iterable<Fault> {
  if (reach !== 'workspace') return;
  const own = { namespace: identityOf(object).namespace, autoscaler: autoscalerFacts(object) };
  if (objects.some((other) => other.pod && scales(own, other) !== false)) return;
  const name = stringOf(member(target, 'name'));
  if (name === undefined) return;
  yield {
    at: member(target, 'name'),
    message: `There is no ${kind} "${name}" in the workspace for this autoscaler to scale`,
  };
}
