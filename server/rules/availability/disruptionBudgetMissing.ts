import { identityOf } from '../../manifests/facts/identityFacts';
import { labelFacts } from '../../manifests/facts/labelFacts';
import { inSameNamespace } from '../../manifests/objects/namespace';
import { isPartialPod } from '../../manifests/pods/partial';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { isBudgetFor } from '../../manifests/relations/disruptionBudgets';
import { isReplicated, writtenSelector } from '../../manifests/relations/replicatedWorkloads';
import { all, any } from '../../manifests/truth';
import { descend, member, numberOf } from '../../yaml/field/field';
import { appendDocument } from '../../yaml/write/edits';
import { plainValueOf } from '../../yaml/write/plainValue';
import type { Fix, Rule } from '../rule';
import { isToldAsAWhole } from './toldAsAWhole';

export const disruptionBudgetMissing: Rule = {
  id: 'disruption-budget-missing',
  title: 'Keep some replicas while nodes are drained',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `When nodes are upgraded, their pods are evicted, and nothing but a PodDisruptionBudget keeps all replicas of a service
from being evicted in the same minute.`,
  remedy: `Add a PodDisruptionBudget that selects the pods, with \`maxUnavailable: 1\`. It limits evictions only: what crashes
or is deleted counts, but is not held up.`,
  links: [
    { title: 'Specifying a disruption budget', url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/' },
  ],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 8080
---
apiVersion: apps/v1
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
  good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 8080
---
apiVersion: apps/v1
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
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`,
  looksAt: 'pod spec',
  needs: ['replicas'],
  among: ['policy/PodDisruptionBudget', '/Service'],
  alsoAsks: 'which kinds there are',
  refutedBy: ['policy/PodDisruptionBudget'],
  *checkAmong(pod, neighbours) {
    const { kind, root } = pod.object;
    if (!isReplicated(pod.object) || isPartialPod(pod)) return;
    const replicas = descend(root, 'spec', 'replicas');
    if ((numberOf(replicas) ?? 0) < 2 || !isToldAsAWhole(neighbours)) return;
    const own = identityOf(pod.object);
    const labels = labelFacts(member(pod.metadata, 'labels'));
    const isProtected = any(
      neighbours.objects.map((other) => {
        if (!other.disruptionBudget) return false;
        const isFor = isBudgetFor(other.disruptionBudget.selector, other.version, labels);
        return all([inSameNamespace(own, other), isFor]);
      }),
    );
    if (isProtected !== false) return;
    yield {
      at: replicas,
      message: `No disruption budget keeps the pods of this ${kind} from being evicted all at once`,
      fixes: budgets(pod),
    };
  },
};

function budgets({ object }: PodSpec): Fix[] {
  const { root } = object;
  const name = plainValueOf(descend(root, 'metadata', 'name'));
  const namespace = plainValueOf(descend(root, 'metadata', 'namespace'));
  const selector = writtenSelector(object);
  if (typeof name !== 'string' || namespace === undefined || selector === undefined) return [];
  const budget = {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, ...(namespace !== null && { namespace }) },
    spec: { maxUnavailable: 1, selector },
  };
  return [
    { title: 'Add a disruption budget that lets one pod go at a time', class: 'ask', edits: [appendDocument(budget)] },
  ];
}
