import assert from 'node:assert/strict';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const pod = (mark: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: sidecar
      restartPolicy: Always
      readinessProbe:
        tcpSocket:
          host: 8.8.8.8${mark}
          port: 53
  containers:
    - name: web
      livenessProbe:
        httpGet:
          host: internal.example.com${mark}
          port: 80
      readinessProbe:
        httpGet:
          host: ""
          port: 80
      startupProbe:
        tcpSocket:
          host: "::1"${mark}
          port: 80
      lifecycle:
        postStart:
          httpGet:
            host: 127.0.0.1${mark}
            port: 80
        preStop:
          tcpSocket:
            host: localhost${mark}
            port: 80
    - name: proxy
      livenessProbe:
        httpGet:
          host:
          port: 80
      readinessProbe:
        httpGet:
          host: {{ .Values.host }}
          port: 80
      startupProbe:
        exec:
          command: [host, example.com]
  ephemeralContainers:
    - name: debugger
      livenessProbe:
        httpGet: {host: example.com, port: 80}${mark}
`;

const probing = (request: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      livenessProbe:
        ${request}
`;

const titles = (manifest: string) =>
  findingsIn(manifest).map(({ finding }) => finding.fixes.map(({ title }) => title.split(' (')[0]));

describe('probe-host', () => {
  it('reports every probe and hook that goes elsewhere', () => {
    assertMarked(pod(' # ← probe-host'));
  });

  it('says where the request goes: the loopback address is the node’s', () => {
    const told = findingsIn(pod('')).map(({ finding }) => finding.message.replace(/.* goes to /, ''));
    assert.ok(told.includes('8.8.8.8 instead of its own pod'), told.join('\n'));
    for (const host of ['::1', '127.0.0.1', 'localhost'])
      assert.ok(told.includes(`${host} of its node`), told.join('\n'));
  });

  it('does so from Kubernetes 1.34 on', () => {
    assertMarked(pod(' # ← probe-host'), { version: 34 });
    for (const version of [0, 33]) assertMarked(pod(''), { version });
  });

  it('offers a Host header for a name, and removal alone for addresses and for plain connections', () => {
    assert.deepEqual(titles(pod('')), [
      ['Remove the host'],
      ['Move internal.example.com to a Host header', 'Remove the host'],
      ['Remove the host'],
      ['Remove the host'],
      ['Remove the host'],
      ['Move example.com to a Host header', 'Remove the host'],
    ]);
  });

  it('moves a name to the headers that are there, or makes the first', () => {
    assert.equal(
      fixed(
        probing(`httpGet:
          port: 80
          host: example.com
          httpHeaders:
            - name: Accept
              value: text/plain`),
      ),
      probing(`httpGet:
          port: 80
          httpHeaders:
            - name: Accept
              value: text/plain
            - name: Host
              value: example.com`),
    );
    const withoutHeaders = fixed(probing('httpGet:\n          host: example.com\n          port: 80'));
    assert.match(withoutHeaders, /httpHeaders:\n +- name: Host\n +value: example\.com\n/);
    assert.doesNotMatch(withoutHeaders, / host:/);
    assertMarked(withoutHeaders);
  });

  it('leaves a Host header alone that is there, or that a template may write', () => {
    const headers = (written: string) =>
      probing(`httpGet:
          port: 80
          host: example.com
          httpHeaders:${written}`);
    const written = headers('\n            - name: host\n              value: example.org');
    assert.deepEqual(titles(written), [['Remove the host']]);
    assert.equal(fixed(written), written.replace(/ +host: .*\n/, ''));
    assert.deepEqual(titles(headers(' {{ toYaml .Values.headers | nindent 12 }}')), [['Remove the host']]);
  });
});
