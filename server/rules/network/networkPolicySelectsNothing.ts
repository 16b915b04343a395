import { labelSelectorFacts } from '../../manifests/facts/labelSelectorFacts';
import { namespaced } from '../../manifests/objects/namespace';
import { statedString } from '../../manifests/objects/stated';
import { isEmpty, selects } from '../../manifests/relations/labelSelector';
import { labelsAskedAbout, selectsAnyPod } from '../../manifests/relations/podSelection';
import { descend, member } from '../../yaml/field/field';
import { networkPolicies } from '../links';
import { showsSelectedPods } from '../reach';
import type { Rule } from '../rule';
import { mistypedLabel } from './mistypedLabel';

export const networkPolicySelectsNothing: Rule = {
  id: 'network-policy-selects-nothing',
  title: 'Let a NetworkPolicy select some pod',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `A policy whose selector matches no pod protects nothing, and nobody notices: the API server accepts it, and the pods it was written for stay
open to the whole cluster. Mostly a label was renamed or mistyped on one side; where it is a letter or two from a pod's,
the finding is a warning.`,
  remedy: `Write the labels that the pods have: for a Deployment those of \`spec.template.metadata.labels\`, not those of the Deployment
itself.`,
  links: [networkPolicies],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
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
spec:
  podSelector:
    matchLabels:
      app: wbe
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
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
spec:
  podSelector:
    matchLabels:
      app: web
`,
  looksAt: 'object',
  kinds: ['networking.k8s.io/NetworkPolicy'],
  among: ['workloads', '/Namespace', '/Service', 'networking.k8s.io/NetworkPolicy'],
  alsoAsks: 'everything',
  refutedBy: ['workloads'],
  *checkAmong(object, neighbours) {
    const field = descend(object.root, 'spec', 'podSelector');
    const selector = labelSelectorFacts(field);
    if (!selector || (isEmpty(selector.matchLabels) && selector.matchExpressions.length === 0)) return;
    const policy = {
      ...namespaced(object),
      kind: object.kind,
      name: statedString(descend(object.root, 'metadata', 'name')),
    };
    const asked = labelsAskedAbout(selector);
    const selected = selectsAnyPod(neighbours.objects, policy, asked, (labels) => selects(selector, labels));
    if (selected !== false || !showsSelectedPods(neighbours, policy)) return;
    const fault = { at: field, message: 'The NetworkPolicy selects no pod, so it protects none' };
    yield mistypedLabel(fault, member(field, 'matchLabels'), policy, neighbours.objects);
  },
};
