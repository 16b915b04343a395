import { describeContainer } from '../../manifests/podSpec';
import { remove } from '../../yaml/edits';
import { booleanOf, items, member, numberOf, pathOf } from '../../yaml/field';
import { baselineStandard, cisBenchmark } from '../links';
import type { Fix, Rule } from '../rule';

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
  needs: ['hostPort'],
  *check(container) {
    // In the node's network the API server makes every container port a host port again.
    const comesBack = booleanOf(member(container.pod.spec, 'hostNetwork')) === true;
    for (const port of items(member(container.field, 'ports'))) {
      const field = member(port, 'hostPort');
      const number = numberOf(field);
      if (number === undefined || number === 0) continue;
      const removal: Fix = {
        title: `Remove hostPort ${number} (what reaches the pod at the address of its node will need a Service)`,
        class: 'harden',
        edits: [remove(pathOf(field))],
      };
      yield {
        at: field,
        message: `The ${describeContainer(container)} takes port ${number} of its node`,
        fixes: comesBack ? [] : [removal],
      };
    }
  },
};
