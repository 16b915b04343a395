import { isPartialPod } from '../../manifests/partial';
import { blank, set } from '../../yaml/edits';
import { descend, member, numberOf, pathOf } from '../../yaml/field';
import { plainValueOf } from '../../yaml/plainValue';
import type { Fix, Rule } from '../rule';

export const topologySpread: Rule = {
  id: 'topology-spread',
  title: 'Spread replicas over nodes and zones',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Replicas that land on one node, or in one zone, go down together: several pods then cost what one costs and protect no
better. The scheduler spreads pods a little by itself, but gives that up for other things.`,
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
    const { group, kind, root } = pod.object;
    if (group !== 'apps' || (kind !== 'Deployment' && kind !== 'StatefulSet') || isPartialPod(pod)) return;
    const constraints = member(pod.spec, 'topologySpreadConstraints');
    const antiAffinity = descend(pod.spec, 'affinity', 'podAntiAffinity');
    const replicas = numberOf(descend(root, 'spec', 'replicas')) ?? 0;
    if (replicas < 2 || constraints.state !== 'absent' || antiAffinity.state !== 'absent') return;
    const labelSelector = plainValueOf(descend(root, 'spec', 'selector'));
    const spreading = (topologyKey: string, ...others: readonly string[]) => ({
      maxSkew: 1,
      topologyKey: blank(topologyKey, ...others),
      whenUnsatisfiable: blank('ScheduleAnyway', 'DoNotSchedule'),
      labelSelector: labelSelector ?? {},
    });
    const fix: Fix = {
      title: 'Spread the pods over nodes',
      class: 'ask',
      edits: [set(pathOf(constraints), [spreading('kubernetes.io/hostname', 'topology.kubernetes.io/zone')])],
    };
    yield {
      at: constraints,
      message: `Nothing keeps the ${replicas} pods of this ${kind} from running on one node`,
      fixes: labelSelector ? [fix] : [],
    };
  },
};
