import { podSecurityModes, podSecurityPrefix } from '../../manifests/podSecurity/podSecurityLabels';
import { descend, type Field, mayHaveMore, member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { cisBenchmark, podSecurityStandards } from '../links';
import type { Fault, Fix, Rule } from '../rule';
import { type IdleLabel, idleLabels, refusedLabels } from './podSecurityLabelFaults';

/** Namespaces of the cluster's own parts, which run on the node itself. */
const systemNamespaces = /^kube-(?:system|public|node-lease)$/;

export const namespacePodSecurity: Rule = {
  id: 'namespace-pod-security',
  title: 'Label namespaces with a Pod Security level',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.2.1', 'nsa:pod-security'],
  why: `In a namespace without a Pod Security label everything is accepted: whoever may create pods there, a compromised pipeline included, starts a
privileged one and owns the node. The label is the one guard that comes with Kubernetes and needs nothing installed. A misspelt level, or a version
without its \`v\`, makes the API server refuse the namespace; a label with another name, or an annotation in its place, is taken and does nothing.`,
  remedy: `Begin with \`warn\` and \`audit\`, which refuse nothing, and read what they say; then enforce \`baseline\`, and \`restricted\` where the
workloads are ready. Node agents that need more belong in a namespace of their own, with \`privileged\` written down.`,
  links: [
    {
      title: 'Enforce Pod Security Standards with namespace labels',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/',
    },
    podSecurityStandards,
    cisBenchmark('5.2.1'),
  ],
  bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
`,
  good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
  labels:
    pod-security.kubernetes.io/enforce: restricted
`,
  looksAt: 'object',
  kinds: ['/Namespace'],
  *check({ root }, context) {
    const labels = descend(root, 'metadata', 'labels');
    const enforced = member(labels, `${podSecurityPrefix}enforce`);
    yield* refusedLabels(labels, context);
    const idle = [...idleLabels(root)];
    const isOpen = podSecurityModes.every((mode) => member(labels, podSecurityPrefix + mode).state === 'absent');
    if (isOpen && !isOfCluster(root)) {
      yield withoutLevel(root, idle);
      return;
    }
    yield* idle;
    if (stringOf(enforced) === 'privileged' && !isOfCluster(root) && !mayHaveMore(labels)) {
      yield {
        at: enforced,
        message: 'The namespace accepts privileged pods',
        severity: 'information',
        fixes: levels(enforced),
      };
    }
  },
};

function isOfCluster(root: Field): boolean {
  return systemNamespaces.test(stringOf(descend(root, 'metadata', 'name')) ?? '');
}

/** A namespace that names no level, or only where nobody reads it. */
function withoutLevel(root: Field, idle: readonly IdleLabel[]): Fault {
  const labels = descend(root, 'metadata', 'labels');
  const [first] = idle;
  const reason = first ? `: ${first.reason}` : '';
  return {
    at: descend(root, 'metadata', 'name'),
    message: `The namespace has no Pod Security level, so it accepts privileged pods${reason}`,
    fixes: [
      ...idle.flatMap(({ fixes = [] }) => fixes),
      warnAndAudit(labels),
      ...levels(member(labels, `${podSecurityPrefix}enforce`)),
    ],
  };
}

function levels(enforced: Field): Fix[] {
  return ['baseline', 'restricted'].map((level) => enforce(enforced, level));
}

function enforce(enforced: Field, level: string): Fix {
  return {
    title: `Enforce ${level} (pods that break it are no longer created)`,
    class: 'ask',
    edits: [set(pathOf(enforced), level)],
  };
}

function warnAndAudit(labels: Field): Fix {
  return {
    title: 'Warn of and log what breaks restricted, and refuse nothing yet',
    class: 'ask',
    edits: ['audit', 'warn'].map((mode) => set(pathOf(member(labels, podSecurityPrefix + mode)), 'restricted')),
  };
}
