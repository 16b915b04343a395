import { isPartialPod } from '../../manifests/pods/partial';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { isReplicated, writtenSelector } from '../../manifests/relations/replicatedWorkloads';
import { keepsApart } from '../../manifests/relations/spreading';
import { descend, type Field, items, member, numberOf, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';

export const topologySpread: Rule = {
  id: 'topology-spread',
  title: 'Spread replicas over nodes and zones',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Replicas that land on one node, or in one zone, go down together: several pods then cost more than one and protect no better. The scheduler
spreads pods a little by itself, but gives that up for other things. A constraint, or a term of anti-affinity, whose selector matches other pods, or
that has none, spreads nothing.`,
  remedy: `Add \`topologySpreadConstraints\` with the labels of the pods, over \`kubernetes.io/hostname\` or
\`topology.kubernetes.io/zone\`. \`ScheduleAnyway\` is a wish; \`DoNotSchedule\` leaves pods pending where it can't be kept.
Anti-affinity among the replicas does it too.`,
  links: [
    {
      title: 'Pod topology spread constraints',
      url: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
    },
  ],
  bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 3
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              app: web
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['replicas'],
  *check(pod) {
    const { kind, root } = pod.object;
    const replicas = numberOf(descend(root, 'spec', 'replicas')) ?? 0;
    if (replicas < 2 || !isReplicated(pod.object) || isPartialPod(pod) || keepsApart(pod) !== false) return;
    const constraints = member(pod.spec, 'topologySpreadConstraints');
    const antiAffinity = descend(pod.spec, 'affinity', 'podAntiAffinity');
    const written = [constraints, antiAffinity].find(({ state }) => state !== 'absent');
    yield {
      at: written ?? constraints,
      message: `Nothing keeps the ${replicas} pods of this ${kind} from running on one node${written ? ': what is written here does not select them' : ''}`,
      fixes: fixesFor(pod, constraints),
    };
  },
};

function fixesFor({ object }: PodSpec, constraints: Field): Fix[] {
  const labelSelector = writtenSelector(object);
  if (labelSelector === undefined) return [];
  const written = items(constraints);
  const unselecting = written.map((constraint) => member(constraint, 'labelSelector')).find(isAbsent);
  if (unselecting) {
    const edits = [set(pathOf(unselecting), labelSelector)];
    return [{ title: `Spread the pods of this ${object.kind}`, class: 'ask', edits }];
  }
  const [topologyKey, ...others] = freeTopologies(written);
  if (topologyKey === undefined) return [];
  const spreading = {
    maxSkew: 1,
    topologyKey: blank(topologyKey, ...others),
    whenUnsatisfiable: blank('ScheduleAnyway', 'DoNotSchedule'),
    labelSelector,
  };
  const edit = isAbsent(constraints)
    ? set(pathOf(constraints), [spreading])
    : set([...pathOf(constraints), written.length], spreading);
  const over = topologyKey === topologies[0] ? 'nodes' : 'zones';
  return [{ title: `Spread the pods over ${over}`, class: 'ask', edits: [edit] }];
}

const topologies = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'];

/** The API server takes one constraint for a topology and what is done where it can't be met. */
function freeTopologies(written: readonly Field[]): string[] {
  const taken = written.map((constraint) => member(constraint, 'topologyKey'));
  if (taken.some(({ state }) => state === 'unknown')) return [];
  return topologies.filter((topology) => taken.every((key) => stringOf(key) !== topology));
}

function isAbsent({ state }: Field): boolean {
  return state === 'absent';
}
