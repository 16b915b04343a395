import { builtInWorkloadKinds } from '../../manifests/kinds/workloadKinds';
import { descend, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import { cisBenchmark } from '../links';
import type { Rule } from '../rule';

export const defaultNamespace: Rule = {
  id: 'default-namespace',
  title: 'Keep applications out of the default namespace',
  severity: 'information',
  profile: 'all',
  standards: ['cis:5.7.4', 'nsa:pod-security'],
  why: `What stands in \`default\` shares permissions, quotas and network policies with whatever else was put there, often by accident: everybody's
kubectl points at it. The namespace can't be deleted, and few dare to label it restricted.`,
  remedy: `Give each application or team a namespace of its own. Manifests without a namespace are not reported: kubectl, kustomize or Helm
decides where they go.`,
  links: [
    {
      title: 'Namespaces: initial namespaces',
      url: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/#initial-namespaces',
    },
    cisBenchmark('5.7.4'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: default
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
  looksAt: 'object',
  kinds: [
    ...builtInWorkloadKinds.map(({ group, kind }) => `${group}/${kind}`),
    '/ConfigMap',
    '/PersistentVolumeClaim',
    '/Secret',
    '/Service',
    '/ServiceAccount',
    'networking.k8s.io/Ingress',
  ],
  *check({ root }) {
    const namespace = descend(root, 'metadata', 'namespace');
    if (stringOf(namespace) !== 'default') return;
    const name = blank(stringOf(descend(root, 'metadata', 'name')) ?? 'shop');
    yield {
      at: namespace,
      message: 'The default namespace belongs to nobody and is shared by everything that names none',
      fixes: [{ title: 'Name another namespace', class: 'ask', edits: [set(pathOf(namespace), name)] }],
    };
  },
};
