import { identityOf } from '../../manifests/facts/identityFacts';
import { labelFacts } from '../../manifests/facts/labelFacts';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import { inSameNamespace } from '../../manifests/objects/namespace';
import { isPartialPod } from '../../manifests/pods/partial';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { holdsLabels } from '../../manifests/relations/labelSelector';
import { all } from '../../manifests/truth';
import { descend, member, stringOf } from '../../yaml/field/field';
import type { Rule } from '../rule';

export const statefulSetService: Rule = {
  id: 'stateful-set-service',
  title: 'Give a StatefulSet its headless Service',
  severity: 'warning',
  profile: 'recommended',
  standards: [],
  why: `The pods of a StatefulSet get names in DNS of their own through its governing Service, which has to be headless and has
to select them. Without it members of a database cluster don't find each other, often only after the first restart, when
addresses have changed.`,
  remedy: `Name a Service in \`serviceName\` that has \`clusterIP: None\`, the same namespace, and a selector that the pods
match. Clients that want any pod use another Service beside it.`,
  links: [
    {
      title: 'StatefulSets: stable network ID',
      url: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
    },
    {
      title: 'Headless Services',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
    },
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
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
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
  clusterIP: None
  selector:
    app: web
  ports:
    - port: 8080
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web
spec:
  serviceName: web
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
  looksAt: 'pod spec',
  among: ['/Service'],
  *checkAmong(pod, { objects, reach }) {
    const { kind, root } = pod.object;
    if (kind !== 'StatefulSet' || isPartialPod(pod)) return;
    const serviceName = descend(root, 'spec', 'serviceName');
    const name = stringOf(serviceName);
    if (serviceName.state === 'absent' || name === '') {
      yield {
        at: serviceName,
        message: 'This StatefulSet has no Service, so its pods have no names of their own in DNS',
        severity: 'information',
      };
      return;
    }
    if (name === undefined) return;
    const own = identityOf(pod.object);
    const isNamed = (object: ObjectFacts) =>
      all([object.name === null ? null : object.name === name, inSameNamespace(own, object)]);
    const candidates = objects.filter((object) => object.service && isNamed(object) !== false);
    if (candidates.length === 0 && reach === 'workspace') {
      yield {
        at: serviceName,
        message: `There is no Service "${name}" in the workspace to give the pods their names in DNS`,
      };
    }
    const [service, ...others] = candidates;
    const fault = service && others.length === 0 && isNamed(service) ? faultOf(service, pod) : undefined;
    if (!service || fault === undefined) return;
    yield {
      at: serviceName,
      message: `The Service "${name}" ${fault}, so the pods have no names of their own in DNS`,
      related: [{ object: service, message: 'This is the Service that the StatefulSet names' }],
    };
  },
};

/** What keeps a Service from governing the pods of a StatefulSet. */
function faultOf({ service }: ObjectFacts, pod: PodSpec): string | undefined {
  if (!service || service.clusterIP === null) return undefined;
  if (service.clusterIP !== 'None') return 'is not headless';
  const labels = labelFacts(member(pod.metadata, 'labels'));
  return service.selector && holdsLabels(service.selector, labels) === false ? 'does not select them' : undefined;
}
