import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { booleanOf, type Field, items, member, numberOf, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark } from '../links';
import type { Fault, Fix, Rule } from '../rule';
import { hostNetworkRemoval } from './hostNetwork';

export const hostPort: Rule = {
  id: 'host-port',
  title: "Keep containers off the node's ports",
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:hostPorts'],
  why: `A \`hostPort\` opens a port of the node itself: whoever reaches the node reaches the container, past Services, Ingresses
and, with many network plugins, past NetworkPolicies. A pod can also take a port that clients of the node trust. And only one
such pod fits on a node.`,
  remedy: `Remove \`hostPort\` and publish the port through a Service; of the type NodePort or LoadBalancer if it has to be
reached from outside. With \`hostNetwork: true\` every container port is a port of the node: there, remove \`hostNetwork\`.`,
  links: [baselineStandard, cisBenchmark('5.2.13')],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      ports:
        - containerPort: 8080
          hostPort: 80
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
        - containerPort: 8080
`,
  looksAt: 'container',
  needs: ['hostPort', 'hostNetwork'],
  *check(container) {
    const isOnNode = booleanOf(member(container.pod.spec, 'hostNetwork')) === true;
    for (const port of items(member(container.field, 'ports'))) {
      const field = member(port, 'hostPort');
      const number = numberOf(field) ?? 0;
      if (number !== 0) {
        const message = `The ${describeContainer(container)} takes port ${number} of its node`;
        // In the node's network the API server would put it back.
        yield { at: field, message, fixes: isOnNode ? [] : [removal(field, number)] };
      } else if (isOnNode && field.state !== 'unknown') {
        yield* madeHostPort(container, member(port, 'containerPort'));
      }
    }
  },
};

function removal(field: Field, number: number): Fix {
  return {
    title: `Remove hostPort ${number} (what reaches the pod at the address of its node will need a Service)`,
    class: 'harden',
    edits: [remove(pathOf(field))],
  };
}

/** In the node's network the API server makes every port of a container a `hostPort` (SetDefaults_Pod, core/v1). */
function* madeHostPort(container: Container, containerPort: Field): Iterable<Fault> {
  const number = numberOf(containerPort);
  if (number === undefined || container.list === 'ephemeralContainers') return;
  yield {
    at: containerPort,
    message: `The ${describeContainer(container)} takes port ${number} of its node, since the pod uses the node's network`,
    fixes: hostNetworkRemoval(container.pod),
  };
}
