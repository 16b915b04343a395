import assert from 'node:assert/strict';
import { livenessProbe } from '../../../../server/rules/probes/livenessProbe';
import { probePortUndeclared } from '../../../../server/rules/probes/probePortUndeclared';
import { probesIdentical } from '../../../../server/rules/probes/probesIdentical';
import { readinessProbe } from '../../../../server/rules/probes/readinessProbe';
import { startupProbe } from '../../../../server/rules/probes/startupProbe';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

describe('liveness-probe and readiness-probe', () => {
  const sidecars = (mark: string) => `apiVersion: apps/v1
kind: Deployment
spec:
  selector: {}
  template:
    spec:
      initContainers:
        - name: setup
          image: setup:1
          ports: [{containerPort: 1}]
        - name: proxy${mark}
          image: proxy:1
          restartPolicy: Always
          ports: [{containerPort: 1}]
      containers:
        - name: web # ← liveness-probe, readiness-probe
          image: web:1
          ports: [{containerPort: 8080}]
        - name: worker # ← liveness-probe
          image: worker:1
        - name: templated
          image: a:1
          ports: [{containerPort: 8080}]
          {{- toYaml .Values.probes | nindent 10 }}
      ephemeralContainers:
        - name: debugger
          image: debugger:1
          ports: [{containerPort: 8080}]
`;

  it('ask for probes of containers that run throughout; sidecars are such since 1.29', () => {
    const rules = [livenessProbe, readinessProbe];
    assertMarked(sidecars(' # ← liveness-probe, readiness-probe'), { rules });
    assertMarked(sidecars(''), { rules, version: 28 });
  });

  it('say nothing of what ends by itself, or of parts of a pod', () => {
    const job = (kind: string, spec: string) => `apiVersion: batch/v1\nkind: ${kind}\nspec:\n  ${spec}\n`;
    const containers = 'spec: {containers: [{name: a, image: a:1, ports: [{containerPort: 1}]}]}';
    const patch = `apiVersion: apps/v1
kind: Deployment
spec:
  template:
    spec:
      containers:
        - name: web
          ports: [{containerPort: 8080}]
`;
    const pod = `apiVersion: v1
kind: Pod
spec:
  restartPolicy: Never
  containers: [{name: a, image: a:1, ports: [{containerPort: 1}]}]
`;
    for (const text of [
      job('Job', `template: {${containers}}`),
      job('CronJob', `jobTemplate: {spec: {template: {${containers}}}}`),
      patch,
      pod,
    ]) {
      assertMarked(text, { rules: [livenessProbe, readinessProbe] });
    }
  });

  it('ask for readiness where a Service in reach selects a pod that declares no port', () => {
    const served = (namespace: string, mark: string) => `apiVersion: v1
kind: Pod
metadata:
  labels: {app: web, tier: front}
spec:
  containers:
    - name: web${mark}
      image: web:1
    - name: helper
      image: helper:1
---
apiVersion: v1
kind: Service
metadata:
  name: web${namespace}
spec:
  selector: {app: web}
`;
    assertMarked(served('', ' # ← readiness-probe'), { rules: [readinessProbe] });
    assertMarked(served('\n  namespace: other', ''), { rules: [readinessProbe] });
  });

  it('offer a request or a connection to the port that looks most like it', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1
      ports:
        - containerPort: 53
          protocol: UDP
        - name: grpc
          containerPort: 9090
        - name: https
          containerPort: 8443
`;
    const [found] = findingsIn(pod, { rules: [livenessProbe] });
    assert.deepEqual(
      found?.finding.fixes.map(({ title }) => title),
      [
        'Add a liveness probe that sends an HTTP request to port https (fill in the path)',
        'Add a liveness probe that connects to TCP port https',
        'Add a liveness probe that connects to TCP port grpc',
        'Add a liveness probe that sends an HTTP request to port grpc (fill in the path)',
      ],
    );
    assert.equal(
      fixed(pod, '', { rules: [livenessProbe] }),
      `${pod}      livenessProbe:
        httpGet:
          path: /health
          port: https
          scheme: HTTPS
        failureThreshold: 6
`,
    );
  });
});

describe('startup-probe', () => {
  it('takes the request over from the liveness probe', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: web:1
      livenessProbe:
        exec:
          command: [check, --fast]
        initialDelaySeconds: 300
`;
    assert.match(
      fixed(pod, '', { rules: [startupProbe] }),
      /startupProbe:\n {8}exec:\n {10}command:.*\n(?:.*\n)*? {8}failureThreshold: 30\n/,
    );
    assertMarked(pod.replace('300', '30'), { rules: [startupProbe] });
  });
});

describe('probes-identical', () => {
  const withProbes = (liveness: string, readiness: string, mark = '') => `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: web
      livenessProbe:${mark}
        ${liveness}
      readinessProbe:
        ${readiness}
`;
  const rules = [probesIdentical];

  it('compares every field as the API server fills it in', () => {
    const mark = ' # ← probes-identical';
    assertMarked(withProbes('tcpSocket: {port: 1}', 'tcpSocket: {port: 1}', mark), { rules });
    assertMarked(
      withProbes(
        'httpGet: {port: 1, path: /, scheme: HTTP}\n        periodSeconds: 10',
        'httpGet: {path: /, port: 1}',
        mark,
      ),
      { rules },
    );
  });

  it('lets probes be that differ, or that a template decides', () => {
    assertMarked(withProbes('tcpSocket: {port: 1}\n        failureThreshold: 6', 'tcpSocket: {port: 1}'), { rules });
    assertMarked(withProbes('tcpSocket: {port: 1}', 'tcpSocket: {port: 2}'), { rules });
    assertMarked(withProbes('tcpSocket: {port: {{ .a }}}', 'tcpSocket: {port: {{ .a }}}'), { rules });
  });
});

describe('probe-port-undeclared', () => {
  it('looks names up among the ports of the container itself', () => {
    assertMarked(
      `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: web
      ports:
        - name: http
          containerPort: 8080
      livenessProbe: {httpGet: {port: http}}
      readinessProbe: {httpGet: {port: admin}} # ← probe-port-undeclared
      startupProbe: {tcpSocket: {port: 9999}}
      lifecycle:
        preStop: {httpGet: {port: "8080"}} # ← probe-port-undeclared
    - name: other
      ports:
        - name: admin
          containerPort: 9090
    - name: templated
      ports: {{ toYaml .Values.ports | nindent 8 }}
      livenessProbe: {httpGet: {port: http}}
    - name: named
      ports:
        - name: {{ .Values.portName }}
          containerPort: 8080
      livenessProbe: {httpGet: {port: http}}
`,
      { rules: [probePortUndeclared] },
    );
  });

  it('names the nameless port, or calls another one', () => {
    const pod = `apiVersion: v1
kind: Pod
spec:
  containers:
    - name: web
      ports:
        - containerPort: 8080
      livenessProbe:
        httpGet:
          port: http
`;
    const linted = { rules: [probePortUndeclared] };
    assert.match(
      fixed(pod, 'Name port 8080 "http"', linted),
      /- name: http\n {10}containerPort: 8080|containerPort: 8080\n {10}name: http/,
    );
    assert.match(fixed(pod, 'Call the port 8080', linted), /port: 8080\n$/);
  });
});
