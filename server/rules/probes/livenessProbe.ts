import { runsThroughout, runsToCompletion } from '../../manifests/pods/containerRole';
import { isPartialPod } from '../../manifests/pods/partial';
import { describeContainer } from '../../manifests/pods/podSpec';
import { member } from '../../yaml/field/field';
import { probesPage } from '../links';
import type { Rule } from '../rule';
import { probeFixes } from './probeFixes';

export const livenessProbe: Rule = {
  id: 'liveness-probe',
  title: 'Let the kubelet see when a container hangs',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `A process that crashes is started again; one that hangs in a deadlock is not, because it still runs. Without a liveness
probe it stays like that until somebody notices, and whatever took the program to that point, a bug or a request sent on
purpose, takes one replica after the other.`,
  remedy: `Add a \`livenessProbe\` that fails only where a restart would help: a cheap endpoint of the process itself, never one
that asks a database or another service, else an outage over there restarts everything here. A program that ends itself when it
can't go on needs none.`,
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
  *check(container, { kubernetesVersion }) {
    const probe = member(container.field, 'livenessProbe');
    if (probe.state !== 'absent' || runsThroughout(container, kubernetesVersion) !== true) return;
    if (runsToCompletion(container.pod) !== false || isPartialPod(container.pod)) return;
    yield {
      at: probe,
      message: `The ${describeContainer(container)} has no liveness probe, so it is not restarted when it hangs`,
      fixes: probeFixes(container, 'livenessProbe'),
    };
  },
};
