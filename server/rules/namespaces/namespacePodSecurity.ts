import { podSecurityPrefix } from '../../manifests/podSecurityLabels';
import { set } from '../../yaml/edits';
import { descend, type Field, mayHaveMore, member, members, pathOf, stringOf } from '../../yaml/field';
import { cisBenchmark, podSecurityStandards } from '../links';
import type { Fix, Rule } from '../rule';

/** Namespaces of the cluster's own parts, which run on the node itself. */
const systemNamespaces = /^kube-(?:system|public|node-lease)$/;

export const namespacePodSecurity: Rule = {
  id: 'namespace-pod-security',
  title: 'Label namespaces with a Pod Security level',
  severity: 'warning',
  profile: 'recommended',
  standards: ['cis:5.2.1', 'nsa:pod-security'],
  why: `In a namespace without a Pod Security label everything is accepted: whoever may create pods there, a compromised pipeline
included, starts a privileged one and owns the node. The label is the one guard that comes with Kubernetes and needs nothing
installed.`,
  remedy: `Begin with \`warn\` and \`audit\`, which refuse nothing, and read what they say; then enforce \`baseline\`, and \`restricted\` where
the workloads are ready. Node agents that need more belong into a namespace of their own, with \`privileged\` written down.`,
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
  *check({ root }) {
    const labels = descend(root, 'metadata', 'labels');
    if (mayHaveMore(labels) || systemNamespaces.test(stringOf(descend(root, 'metadata', 'name')) ?? '')) return;
    const enforced = member(labels, `${podSecurityPrefix}enforce`);
    const levels = [enforce(enforced, 'baseline'), enforce(enforced, 'restricted')];
    if (stringOf(enforced) === 'privileged') {
      yield {
        at: enforced,
        message: 'The namespace accepts privileged pods',
        severity: 'information',
        fixes: levels,
      };
    } else if (!members(labels).some(({ name }) => name.startsWith(podSecurityPrefix))) {
      yield {
        at: descend(root, 'metadata', 'name'),
        message: 'The namespace has no Pod Security level, so it accepts privileged pods',
        fixes: [warnAndAudit(labels), ...levels],
      };
    }
  },
};

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
