import { cisBenchmark, networkGuidance, networkPolicies } from '../links';
import type { Rule } from '../rule';
import { missingContent } from './namespaceContents';

export const namespaceNetworkPolicy: Rule = {
  id: 'namespace-network-policy',
  title: 'Give every namespace a NetworkPolicy',
  severity: 'information',
  profile: 'all',
  standards: ['cis:5.3.2', 'nsa:network-separation'],
  why: `Without a NetworkPolicy every pod of the cluster may connect to every pod of the namespace, also to those that are added later.
Namespaces separate names and permissions; they separate no network.`,
  remedy: `Add a policy that selects all pods and allows nothing, then one for each application that allows what it needs. Check first that the
cluster has a network plugin that enforces NetworkPolicies.`,
  links: [networkPolicies, networkGuidance, cisBenchmark('5.3.2')],
  bad: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Namespace
metadata:
  name: shop
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  namespace: shop
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: default-deny-ingress
  namespace: shop
spec:
  podSelector: {}
  policyTypes:
    - Ingress
`,
  looksAt: 'object',
  kinds: ['/Namespace'],
  among: ['networking.k8s.io/NetworkPolicy', 'workloads', '/Service'],
  alsoAsks: 'everything',
  refutedBy: ['networking.k8s.io/NetworkPolicy'],
  *checkAmong(object, neighbours) {
    yield* missingContent(object, neighbours, {
      isOne: ({ kind }) => kind !== null && /NetworkPolicy$/.test(kind),
      message: 'The namespace has no NetworkPolicy, so every pod of the cluster may connect to its pods',
      title: 'Add a NetworkPolicy that denies all ingress (then allow what each application needs)',
      example: {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        name: 'default-deny-ingress',
        spec: { podSelector: {}, policyTypes: ['Ingress'] },
      },
    });
  },
};
