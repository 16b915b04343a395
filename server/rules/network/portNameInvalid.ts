import { builtInWorkloadKinds } from '../../manifests/kinds/workloadKinds';
import type { KubernetesObject } from '../../manifests/objects/objects';
import { describeContainer, podSpecsOf } from '../../manifests/pods/podSpec';
import { nearestPortName, portNameFault, servicePortNameFault } from '../../manifests/pods/portNames';
import { descend, type Field, items, mayHaveMore, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Fault, Rule } from '../rule';

export const portNameInvalid: Rule = {
  id: 'port-name-invalid',
  title: 'Name ports as the API server takes them',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `The API server refuses the whole object for one port name that is too long or has a capital letter, for two ports of the same
name, and for a Service of several ports that leaves one without a name.`,
  remedy: `At most 15 lower-case letters, digits and single hyphens, with at least one letter, for the ports of containers and for a
\`targetPort\`; a Service's own names may have 63. Rename wherever the port is meant by its name: probes, Services, monitors.`,
  links: [
    {
      title: 'Service: multi-port Services',
      url: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
    },
    { title: 'RFC 6335: service name syntax', url: 'https://www.rfc-editor.org/rfc/rfc6335#section-5.1' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - name: prometheus-metrics
          containerPort: 9090
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - name: metrics
          containerPort: 9090
`,
  looksAt: 'object',
  needs: ['ports'],
  kinds: [...builtInWorkloadKinds.map(({ group, kind }) => `${group}/${kind}`), '/Service'],
  *check(object) {
    if (object.group === '' && object.kind === 'Service') {
      yield* serviceFaults(object);
      return;
    }
    for (const container of podSpecsOf(object, builtInWorkloadKinds).flatMap(({ containers }) => containers)) {
      const names = items(member(container.field, 'ports')).map((port) => member(port, 'name'));
      for (const field of names) yield* nameFault(field, portNameFault, names);
      yield* repeatedNames(names, `the ${describeContainer(container)}`);
    }
  },
};

function* serviceFaults({ root }: KubernetesObject): Iterable<Fault> {
  const ports = descend(root, 'spec', 'ports');
  const names = items(ports).map((port) => member(port, 'name'));
  for (const field of names) yield* nameFault(field, servicePortNameFault, names);
  for (const port of items(ports)) yield* nameFault(member(port, 'targetPort'), portNameFault);
  yield* repeatedNames(names, 'the Service');
  if (names.length < 2 || mayHaveMore(ports)) return;
  for (const field of names) {
    if (field.state !== 'absent' || field.parent === undefined || mayHaveMore(field.parent)) continue;
    // A patch finds its port by the number, and leaves the rest as it is.
    if (member(field.parent, 'port').state === 'absent') continue;
    yield {
      at: field.parent,
      message: 'A Service of several ports names each of them',
      fixes: [{ title: 'Name the port', class: 'ask', edits: [set(pathOf(field), blank('http'))] }],
    };
  }
}

/** Another port may have the name that would be right already. */
function* nameFault(
  field: Field,
  faultOf: (name: string) => string | undefined,
  others: readonly Field[] = [],
): Iterable<Fault> {
  const name = stringOf(field);
  const fault = name ? faultOf(name) : undefined;
  if (name === undefined || fault === undefined) return;
  const nearest = nearestPortName(name);
  const isFree = nearest !== undefined && !others.some((other) => stringOf(other) === nearest);
  yield {
    at: field,
    message: `The port name ${name} ${fault}`,
    fixes: isFree
      ? [
          {
            title: `Write ${nearest} (rename it where it is meant, too)`,
            class: 'ask',
            edits: [set(pathOf(field), blank(nearest))],
          },
        ]
      : [],
  };
}

function* repeatedNames(fields: readonly Field[], owner: string): Iterable<Fault> {
  const seen = new Set<string>();
  for (const field of fields) {
    const name = stringOf(field);
    if (!name) continue;
    if (seen.has(name)) yield { at: field, message: `Two ports of ${owner} have the name ${name}` };
    seen.add(name);
  }
}
