import assert from 'node:assert/strict';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

describe('host-port', () => {
  it('reports each port of the node that a container takes', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      ports:
        - {containerPort: 80, hostPort: 80} # ← host-port
  containers:
    - name: web
      ports:
        - containerPort: 8080
        - containerPort: 8443
          hostPort: 443 # ← host-port
        - containerPort: 9090
          hostPort: 0
        - containerPort: 9091
          hostPort:
        - containerPort: 9092
          hostPort: {{ .Values.hostPort }}
  ephemeralContainers:
    - name: debugger
      ports:
        - containerPort: 1
          hostPort: 1 # ← host-port
`);
  });

  it('is mended by removal, unless hostNetwork would bring the port back', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true # ← host-network
  containers:
    - name: web
      ports:
        - name: http
          containerPort: 8080
          hostPort: 80 # ← host-port
`;
    assertMarked(pod);
    const [, inNodeNetwork] = findingsIn(pod);
    assert.deepEqual(inNodeNetwork?.finding.fixes, []);
    const inOwnNetwork = pod.replace('  hostNetwork: true # ← host-network\n', '');
    assert.equal(fixed(inOwnNetwork), inOwnNetwork.replace(/ +hostPort.*\n/, ''));
  });

  it('counts every port of a container that uses the network of its node, as the API server will write it', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true # ← host-network
  initContainers:
    - name: setup
      ports:
        - containerPort: 80 # ← host-port
  containers:
    - name: web
      ports:
        - {name: http, containerPort: 8080} # ← host-port
        - containerPort: 8443
          hostPort: 8443 # ← host-port
        - containerPort: 9090 # ← host-port
          hostPort: 0
        - containerPort: 9091
          hostPort: {{ .Values.hostPort }}
        - containerPort: {{ .Values.port }}
`);
  });
});
