import { describeContainer } from '../../manifests/pods/podSpec';
import { type Field, isMapping, member, numberOf, pathOf } from '../../yaml/field/field';
import { blank, remove, set } from '../../yaml/write/edits';
import { plainValueOf } from '../../yaml/write/plainValue';
import { probesPage } from '../links';
import type { Fix, Rule } from '../rule';

export const startupProbe: Rule = {
  id: 'startup-probe',
  title: 'Wait for a slow start with a startup probe',
  severity: 'hint',
  profile: 'all',
  standards: [],
  why: `A long \`initialDelaySeconds\` is a guess. Where the container is up sooner, a hang in that time goes unnoticed; where
it takes longer, on a busy node or after a crash that left work to do, the liveness probe kills it again and again before it has
ever started.`,
  remedy: `Give the container a \`startupProbe\` with the same request: the liveness probe waits until it succeeds. It may fail
\`failureThreshold\` times, \`periodSeconds\` apart, and needs no delay.`,
  links: [
    {
      title: 'Protect slow starting containers with startup probes',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes',
    },
    probesPage,
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
        - name: http
          containerPort: 8080
      livenessProbe:
        httpGet:
          path: /healthz
          port: http
        initialDelaySeconds: 120
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
      startupProbe:
        httpGet:
          path: /healthz
          port: http
        failureThreshold: 12
`,
  looksAt: 'container',
  needs: ['initialDelaySeconds'],
  *check(container) {
    const liveness = member(container.field, 'livenessProbe');
    const delay = member(liveness, 'initialDelaySeconds');
    const startup = member(container.field, 'startupProbe');
    const seconds = numberOf(delay) ?? 0;
    if (seconds < longDelay || startup.state !== 'absent') return;
    yield {
      at: delay,
      message: `The liveness probe of the ${describeContainer(container)} guesses that it starts within ${seconds} seconds`,
      fixes: startupFixes(liveness, delay, startup, seconds),
    };
  },
};

/** Seconds. What starts faster loses nothing by waiting. */
const longDelay = 60;
/** Seconds between two tries where nothing is written. */
const period = 10;

function startupFixes(liveness: Field, delay: Field, startup: Field, seconds: number): Fix[] {
  const handler = ['httpGet', 'tcpSocket', 'grpc', 'exec'].find((kind) => isMapping(member(liveness, kind)));
  const request = handler === undefined ? undefined : plainValueOf(member(liveness, handler));
  if (handler === undefined || request === undefined) return [];
  const probe = { [handler]: request, failureThreshold: blank(Math.ceil(seconds / period)) };
  const edits = [set(pathOf(startup), probe), remove(pathOf(delay))];
  return [{ title: 'Add a startup probe with the same request and remove the delay', class: 'ask', edits }];
}
