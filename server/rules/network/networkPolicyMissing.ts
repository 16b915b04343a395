import type { LabelFacts } from '../../manifests/facts/labelFacts';
import type { NetworkPolicyFacts } from '../../manifests/facts/networkPolicyFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { objectsWith } from '../../manifests/facts/objectsWith';
import { podFacts } from '../../manifests/facts/podFacts';
import { inSameNamespace, namespaced } from '../../manifests/objects/namespace';
import { isPartialPod } from '../../manifests/pods/partial';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { selects } from '../../manifests/relations/labelSelector';
import { all, type Truth } from '../../manifests/truth';
import { readOnce } from '../../readOnce';
import { member } from '../../yaml/field/field';
import { appendDocument } from '../../yaml/write/edits';
import { cisBenchmark, networkGuidance, networkPolicies } from '../links';
import { showsNamespace } from '../reach';
import type { Fix, Neighbours, Rule } from '../rule';

/** Policies of network plug-ins, which isolate pods by rules of their own. */
const foreignPolicies = [
  'cilium.io/CiliumNetworkPolicy',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'policy.networking.k8s.io/AdminNetworkPolicy',
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
  'policy.networking.k8s.io/ClusterNetworkPolicy',
] as const;

export const networkPolicyMissing: Rule = {
  id: 'network-policy-missing',
  title: 'Select every pod by a NetworkPolicy',
  severity: 'information',
  profile: 'recommended',
  standards: ['cis:5.3.2', 'nsa:network-separation'],
  why: `A pod that no NetworkPolicy selects takes connections from every pod of the cluster. Whoever gets into one container, of
whatever team, can then try the databases, admin ports and unauthenticated caches of all others; that is how an intrusion
becomes a breach.`,
  remedy: `Deny everything in the namespace with one policy that selects every pod, then allow what each application needs: ingress from its
callers, egress to its dependencies and to DNS. Check first that the cluster's network plugin enforces NetworkPolicies.`,
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
  labels:
    app: web
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
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: web
  policyTypes:
    - Ingress
`,
  looksAt: 'pod spec',
  among: ['networking.k8s.io/NetworkPolicy', '/Namespace', '/Service', 'workloads', ...foreignPolicies],
  alsoAsks: 'everything',
  refutedBy: ['networking.k8s.io/NetworkPolicy', ...foreignPolicies],
  *checkAmong(pod, neighbours) {
    const place = namespaced(pod.object);
    // A policy does not reach pods in the network of their node.
    if (isPartialPod(pod) || member(pod.spec, 'hostNetwork').state !== 'absent') return;
    const { labels } = podFacts(pod);
    const policies = objectsWith(neighbours.objects, 'networkPolicy');
    const isIsolated = policies.some(
      (policy) => inSameNamespace(policy, place) !== false && isolates(policy.networkPolicy, labels) !== false,
    );
    if (
      isIsolated ||
      foreignPoliciesAmong(neighbours.objects).some((policy) => inSameNamespace(policy, place) !== false)
    )
      return;
    if (!showsNamespace(neighbours, place)) return;
    yield {
      at: member(pod.object.root, 'kind'),
      message: `No NetworkPolicy ${seen[neighbours.reach]}limits what reaches the pod, so every pod of the cluster may connect to it`,
      fixes: defaultDeny(pod),
    };
  },
};

/** Where it was looked for, unless that is everywhere. */
const seen: Readonly<Record<Neighbours['reach'], string>> = {
  file: 'in this file ',
  part: 'in this part of the workspace ',
  workspace: '',
};

const foreignPoliciesAmong = readOnce((objects: readonly ObjectFacts[]) =>
  objects.filter(({ group, kind }) => foreignPolicies.some((known) => known === `${group}/${kind}`)),
);

function isolates({ podSelector, isolatesIngress }: NetworkPolicyFacts, labels: LabelFacts): Truth {
  return all([isolatesIngress, podSelector === undefined ? true : podSelector && selects(podSelector, labels)]);
}

function defaultDeny({ object }: PodSpec): Fix[] {
  const { namespace } = namespaced(object);
  if (namespace === null) return [];
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'default-deny-ingress', ...(namespace !== undefined && { namespace }) },
    spec: { podSelector: {}, policyTypes: ['Ingress'] },
  };
  return [
    {
      title: 'Add a NetworkPolicy that denies all ingress of the namespace (then allow what each application needs)',
      class: 'ask',
      edits: [appendDocument(policy)],
    },
  ];
}
