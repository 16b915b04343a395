import type { PodSpec } from '../../manifests/pods/podSpec';
import { descend, member, members, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

/** Labels by which parts of the cluster itself are known. */
const systemLabels = new Set(['k8s-app', 'kubernetes.io/cluster-service', 'addonmanager.kubernetes.io/mode', 'tier']);

export const kubeSystemNamespace: Rule = {
  id: 'kube-system-namespace',
  title: "Keep applications out of the cluster's own namespace",
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `\`kube-system\` holds the ServiceAccounts that run the cluster, and admission policies usually leave it out, since a mistake there
stops everything. A pod in it can mount their tokens, and nothing that protects other namespaces applies to it.`,
  remedy: `Give the workload a namespace of its own. What really is a part of the cluster carries the label \`k8s-app\`, or a
\`system-*-critical\` priority, and is not reported.`,
  links: [
    {
      title: 'Namespaces: initial namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: kube-system
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod) {
    const namespace = descend(pod.object.root, 'metadata', 'namespace');
    if (stringOf(namespace) !== 'kube-system' || isPartOfCluster(pod)) return;
    const name = blank(stringOf(descend(pod.object.root, 'metadata', 'name')) ?? 'shop');
    yield {
      at: namespace,
      message: "The workload runs in the cluster's own namespace, beyond the reach of most policies",
      fixes: [{ title: 'Name another namespace', class: 'ask', edits: [set(pathOf(namespace), name)] }],
    };
  },
};

function isPartOfCluster({ object, metadata, spec }: PodSpec): boolean {
  const priority = member(spec, 'priorityClassName');
  if (priority.state === 'unknown' || stringOf(priority)?.startsWith('system-')) return true;
  return [member(metadata, 'labels'), descend(object.root, 'metadata', 'labels')].some(
    (labels) => labels.state === 'unknown' || members(labels).some(({ name }) => systemLabels.has(name)),
  );
}
