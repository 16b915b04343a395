import { describeContainer } from '../../manifests/pods/podSpec';
import { isObject } from '../../unknownJson';
import { type Field, isMapping, member, numberOf, pathOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import { plainValueOf } from '../../yaml/write/plainValue';
import { probesPage } from '../links';
import type { Rule } from '../rule';

export const probesIdentical: Rule = {
  id: 'probes-identical',
  title: 'Restart a container later than you take it out of service',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `Two probes that are equal fail at the same moment: a container that is only busy for a while is not taken out of service
to recover, it is killed, and its load goes to the others, which are killed next. One slow database turns into an outage of
everything that asks it.`,
  remedy: `Let the liveness probe be the more patient one, with a higher \`failureThreshold\`, or let it ask something that only
a restart can mend. The same endpoint for both is fine.`,
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
          port: http
      readinessProbe:
        httpGet:
          path: /healthz
          port: http
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
        failureThreshold: 6
      readinessProbe:
        httpGet:
          path: /healthz
          port: http
`,
  looksAt: 'container',
  needs: ['livenessProbe'],
  *check(container) {
    const liveness = member(container.field, 'livenessProbe');
    const readiness = member(container.field, 'readinessProbe');
    const meaning = isMapping(readiness) ? meaningOfProbe(liveness) : undefined;
    if (meaning === undefined || meaning !== meaningOfProbe(readiness)) return;
    const threshold = member(liveness, 'failureThreshold');
    const edits = [set(pathOf(threshold), blank(2 * (numberOf(threshold) ?? defaults.failureThreshold)))];
    yield {
      at: liveness,
      message: `The ${describeContainer(container)} is restarted the moment it would be taken out of service: its probes are equal`,
      fixes: [{ title: 'Let the liveness probe fail more often before it counts', class: 'ask', edits }],
    };
  },
};

// API reference 1.37, Probe.
const defaults = {
  initialDelaySeconds: 0,
  timeoutSeconds: 1,
  periodSeconds: 10,
  successThreshold: 1,
  failureThreshold: 3,
} as const;

/** A text that is equal for probes that do the same; undefined for what is no probe or isn't known to the last field. */
function meaningOfProbe(probe: Field): string | undefined {
  const value = isMapping(probe) ? plainValueOf(probe) : undefined;
  if (!isObject(value) || Object.keys(value).length === 0) return undefined;
  return JSON.stringify({ ...defaults, ...value }, sortedKeys);
}

/** A replacer for JSON.stringify that writes keys in the order of the alphabet and leaves out the scheme that is assumed. */
function sortedKeys(key: string, value: unknown): unknown {
  if (key === 'scheme' && value === 'HTTP') return undefined;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
