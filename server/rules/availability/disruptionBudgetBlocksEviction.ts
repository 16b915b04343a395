import { autoscalerKinds } from '../../manifests/relations/autoscaling';
import { expectedPods } from '../../manifests/relations/disruptionBudgets';
import { descend, type Field, pathOf, scalarOf, textOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import type { Fix, Rule } from '../rule';

export const disruptionBudgetBlocksEviction: Rule = {
  id: 'disruption-budget-blocks-eviction',
  title: 'Let disruption budgets allow one eviction',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `A budget that allows no disruption at all keeps nodes from being drained: upgrades of the cluster hang until somebody
deletes the budget or the pods by force, and security updates of the nodes wait that long.`,
  remedy: `Write \`maxUnavailable: 1\`, and run at least two replicas. A single replica that must not be disturbed is better
drained by hand, with somebody watching, than protected by a budget that a night-time upgrade runs into.`,
  links: [
    { title: 'Specifying a disruption budget', url: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/' },
    { title: 'Safely drain a node', url: 'https://kubernetes.io/docs/tasks/administer-cluster/safely-drain-node/' },
  ],
  bad: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 0
  selector:
    matchLabels:
      app: web
`,
  good: `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: web
spec:
  maxUnavailable: 1
  selector:
    matchLabels:
      app: web
`,
  looksAt: 'object',
  kinds: ['policy/PodDisruptionBudget'],
  among: ['workloads', ...autoscalerKinds],
  *checkAmong(object, { objects }) {
    const most = descend(object.root, 'spec', 'maxUnavailable');
    if (amountOf(most)?.count === 0) {
      const message = "This budget allows no pod to be evicted, so the nodes of its pods can't be drained";
      yield { at: most, message, fixes: allowOne(most, undefined) };
      return;
    }
    const least = descend(object.root, 'spec', 'minAvailable');
    const amount = amountOf(least);
    if (!amount || amount.count === 0) return;
    if (amount.isPercentage && amount.count >= 100) {
      const message = "This budget asks for all pods to be available, so their nodes can't be drained";
      yield { at: least, message, fixes: allowOne(most, least) };
      return;
    }
    const pods = expectedPods(object, objects);
    if (!pods || needed(amount, pods) < pods) return;
    const replicas = pods === 1 ? '1 replica' : `${pods} replicas`;
    const message = `This budget asks for ${textOf(least)} available of ${replicas}, so none can be evicted`;
    yield { at: least, message, fixes: allowOne(most, least) };
  },
};

interface Amount {
  readonly count: number;
  readonly isPercentage: boolean;
}

function amountOf(field: Field): Amount | undefined {
  const scalar = scalarOf(field);
  if (scalar?.type === 'number') return { count: scalar.value, isPercentage: false };
  const percentage = scalar?.type === 'string' ? /^(\d+)%$/.exec(scalar.value)?.[1] : undefined;
  return percentage === undefined ? undefined : { count: Number(percentage), isPercentage: true };
}

/** How many pods must stay: a percentage is rounded up. */
function needed({ count, isPercentage }: Amount, pods: number): number {
  return isPercentage ? Math.ceil((count * pods) / 100) : count;
}

function allowOne(most: Field, least: Field | undefined): Fix[] {
  const tidying = least ? [remove(pathOf(least))] : [];
  return [{ title: 'Let one pod at a time be evicted', class: 'ask', edits: [set(pathOf(most), 1), ...tidying] }];
}
