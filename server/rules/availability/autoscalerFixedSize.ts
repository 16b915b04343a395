import type { KubernetesObject } from '../../manifests/objects/objects';
import { autoscalerKinds } from '../../manifests/relations/autoscaling';
import { descend, type Field, numberOf, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import { autoscalingPage } from '../links';
import type { Rule } from '../rule';

export const autoscalerFixedSize: Rule = {
  id: 'autoscaler-fixed-size',
  title: 'Leave autoscalers room to scale',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `An autoscaler whose least and greatest number of replicas are the same never adds a pod: the workload stays at its size, and goes
down under the load that the autoscaler was made for, while everybody believes that it grows.`,
  remedy: `Raise the greatest number to what the load may need and the cluster can hold. Where the size must not change, remove the autoscaler and
write \`replicas\` into the workload.`,
  links: [autoscalingPage],
  bad: `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: web
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  minReplicas: 3
  maxReplicas: 3
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
  minReplicas: 3
  maxReplicas: 6
`,
  looksAt: 'object',
  kinds: autoscalerKinds,
  *check(object) {
    const { lower, most } = bounds(object);
    const upper = numberOf(most);
    if (lower === undefined || upper === undefined || lower < upper) return;
    // KEDA keeps to neither while nothing happens.
    if (descend(object.root, 'spec', 'idleReplicaCount').state !== 'absent') return;
    const room = {
      title: 'Let it double the pods',
      class: 'ask',
      edits: [set(pathOf(most), blank(lower * 2, lower + 1))],
    } as const;
    yield lower === upper
      ? {
          at: most,
          message: `This autoscaler never scales: ${lower} is the least and the greatest number of replicas`,
          fixes: lower > 0 ? [room] : [],
        }
      : {
          at: most,
          message: `This autoscaler is refused: its greatest number of replicas, ${upper}, is below the least, ${lower}`,
          severity: 'error',
          fixes: [room],
        };
  },
};

/** The numbers between which an autoscaler chooses; KEDA's object has names and defaults of its own. */
function bounds({ group, root, isPatch = false }: KubernetesObject): {
  /** Undefined where a template writes it. */
  readonly lower: number | undefined;
  readonly most: Field;
} {
  // What is written in part may have its least number elsewhere.
  const isPart = isPatch || descend(root, 'spec', 'scaleTargetRef').state === 'absent';
  const isKeda = group === 'keda.sh';
  const least = descend(root, 'spec', isKeda ? 'minReplicaCount' : 'minReplicas');
  const unwritten = isKeda ? 0 : 1;
  return {
    lower: least.state !== 'absent' ? numberOf(least) : isPart ? undefined : unwritten,
    most: descend(root, 'spec', isKeda ? 'maxReplicaCount' : 'maxReplicas'),
  };
}
