import { labelMapFacts } from '../../manifests/facts/labelSelectorFacts';
import { namespaced } from '../../manifests/objects/namespace';
import { statedString } from '../../manifests/objects/stated';
import { holdsLabels, isEmpty } from '../../manifests/relations/labelSelector';
import { selectsAnyPod } from '../../manifests/relations/podSelection';
import { descend, stringOf } from '../../yaml/field/field';
import { showsSelectedPods } from '../reach';
import type { Rule } from '../rule';
import { mistypedLabel } from './mistypedLabel';

export const serviceSelectsNothing: Rule = {
  id: 'service-selects-nothing',
  title: 'Let a Service select some pod',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `A Service whose selector matches no pod has no endpoints: every connection to it is refused or hangs, and nothing says why.
Mostly a label was renamed or mistyped on one side; where it is a letter or two from a pod's, the finding is a warning.`,
  remedy: `Write the labels that the pods have: for a Deployment those of \`spec.template.metadata.labels\`. A Service for something outside
of the cluster has no selector, and an EndpointSlice beside it.`,
  links: [
    {
      title: 'Debug Services: does the Service have any EndpointSlices?',
      url: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/#does-the-service-have-any-endpointslices',
    },
    { title: 'Service', url: 'https://kubernetes.io/docs/concepts/services-networking/service/' },
  ],
  bad: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: wbe
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      readinessProbe:
        tcpSocket:
          port: 80
`,
  good: `apiVersion: v1
kind: Service
metadata:
  name: web
spec:
  selector:
    app: web
  ports:
    - port: 80
---
apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      readinessProbe:
        tcpSocket:
          port: 80
`,
  looksAt: 'object',
  kinds: ['/Service'],
  among: ['workloads', '/Namespace', '/Service'],
  alsoAsks: 'everything',
  refutedBy: ['workloads'],
  *checkAmong(object, neighbours) {
    const field = descend(object.root, 'spec', 'selector');
    const selector = labelMapFacts(field);
    // The selector of an ExternalName is ignored.
    if (!selector || isEmpty(selector) || stringOf(descend(object.root, 'spec', 'type')) === 'ExternalName') return;
    const service = {
      ...namespaced(object),
      kind: object.kind,
      name: statedString(descend(object.root, 'metadata', 'name')),
    };
    const asked = Object.keys(selector.values);
    const selected = selectsAnyPod(neighbours.objects, service, asked, (labels) => holdsLabels(selector, labels));
    if (selected !== false || !showsSelectedPods(neighbours, service)) return;
    const fault = { at: field, message: 'The Service selects no pod, so nothing answers behind it' };
    yield mistypedLabel(fault, field, service, neighbours.objects);
  },
};
