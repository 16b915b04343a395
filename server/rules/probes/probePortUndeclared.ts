import { containerPorts, mayDeclareMorePorts, portReference } from '../../manifests/pods/containerPorts';
import { handlerRequests } from '../../manifests/pods/handlers';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { type Field, member, pathOf, stringOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { probesPage } from '../links';
import type { Fix, Rule } from '../rule';

export const probePortUndeclared: Rule = {
  id: 'probe-port-undeclared',
  title: 'Let probes name ports that the container has',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `The kubelet looks a port's name up among the ports of the container itself. Where there is none of that name every probe
fails: the pod never becomes ready, or is restarted over and over, although the program is fine.`,
  remedy: `Give the container's port that name, or name the port that is meant. A number works without being declared. A number
in quotes is a name, which the API server refuses.`,
  links: [probesPage],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - name: http
          containerPort: 8080
      livenessProbe:
        httpGet:
          path: /healthz
          port: web
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
        - name: http
          containerPort: 8080
      livenessProbe:
        httpGet:
          path: /healthz
          port: http
`,
  looksAt: 'container',
  needs: ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'],
  *check(container) {
    if (mayDeclareMorePorts(container)) return;
    const names = containerPorts(container).map(({ name }) => name);
    for (const { handler, request } of handlerRequests(container)) {
      const port = member(request, 'port');
      const name = stringOf(port);
      if (name === undefined || names.includes(name)) continue;
      const isNumber = /^\d+$/.test(name);
      yield {
        at: port,
        message: isNumber
          ? `The ${handler} of the ${describeContainer(container)} calls a port named "${name}": a number is written without quotes`
          : `The ${handler} of the ${describeContainer(container)} calls the port "${name}", which the container doesn't have`,
        fixes: isNumber ? [unquoted(port, name)] : otherPorts(container, port, name),
      };
    }
  },
};

function unquoted(port: Field, name: string): Fix {
  return { title: `Call port ${name} by its number`, class: 'ask', edits: [set(pathOf(port), Number(name))] };
}

/** Name the only port that has no name yet, or call one that has. */
function otherPorts(container: Container, port: Field, name: string): Fix[] {
  const ports = containerPorts(container);
  const nameless = ports.filter((candidate) => member(candidate.field, 'name').state === 'absent');
  const naming = nameless.slice(0, 1).map(
    ({ field, number }): Fix => ({
      title: `Name port ${number ?? ''} "${name}"`,
      class: 'ask',
      edits: [set(pathOf(member(field, 'name')), name)],
    }),
  );
  const calling = ports.slice(0, 3).flatMap((candidate): Fix[] => {
    const reference = portReference(candidate);
    if (reference === undefined) return [];
    return [{ title: `Call the port ${reference}`, class: 'ask', edits: [set(pathOf(port), reference)] }];
  });
  return [...naming, ...calling];
}
