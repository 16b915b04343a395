import { identityOf } from '../../manifests/facts/identityFacts';
import { objectsWith } from '../../manifests/facts/objectsWith';
import { isPartialPod } from '../../manifests/pods/partial';
import { autoscalerKinds, scales } from '../../manifests/relations/autoscaling';
import { isReplicated, unwrittenReplicas } from '../../manifests/relations/replicatedWorkloads';
import { descend, numberOf, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';
import { isToldAsAWhole } from './toldAsAWhole';

export const replicas: Rule = {
  id: 'replicas',
  title: 'Run more than one replica',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `A single pod is an outage whenever it is restarted, moved from a node that is drained, or killed: each update of the
cluster's nodes takes the service down for as long as the next pod needs to start.`,
  remedy: `Run two or more where the program allows it, preferably three: with two, one is left while a node is drained, and none when something
goes wrong meanwhile. A program that must be alone says so with \`strategy.type: Recreate\`.`,
  links: [
    { title: 'Deployments', url: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/' },
    { title: 'Disruptions', url: 'https://kubernetes.io/docs/concepts/workloads/pods/disruptions/' },
  ],
  bad: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 1
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
  replicas: 2
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
  looksAt: 'pod spec',
  among: autoscalerKinds,
  alsoAsks: 'which kinds there are',
  *checkAmong(pod, neighbours) {
    const { kind, root } = pod.object;
    if (!isReplicated(pod.object) || isPartialPod(pod)) return;
    const replicas = descend(root, 'spec', 'replicas');
    // What is absent is mostly 1, unless an autoscaler decides, which may be out of reach.
    const isSingle =
      numberOf(replicas) === 1 ||
      (replicas.state === 'absent' && unwrittenReplicas(pod.object) === 1 && isToldAsAWhole(neighbours));
    const isAlone = stringOf(descend(root, 'spec', 'strategy', 'type')) === 'Recreate';
    const own = identityOf(pod.object);
    if (
      !isSingle ||
      isAlone ||
      objectsWith(neighbours.objects, 'autoscaler').some((other) => scales(other, own) !== false)
    )
      return;
    yield {
      at: replicas,
      message: `This ${kind} runs one pod, so whatever moves or restarts it is an outage`,
      fixes: [{ title: 'Run two replicas', class: 'ask', edits: [set(pathOf(replicas), blank(2, 3))] }],
    };
  },
};
