import assert from 'node:assert/strict';
import { assertMarked, findingsIn } from '../markedManifest';

describe('privileged-container', () => {
  it('reports init, normal and ephemeral containers', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      securityContext:
        privileged: true # ← privileged-container
  containers:
    - name: web
      securityContext: {privileged: True} # ← privileged-container
    - name: proxy
      securityContext:
        privileged: false
  ephemeralContainers:
    - name: debugger
      securityContext:
        privileged: true # ← privileged-container
`;
    assertMarked(pod);
    assert.deepEqual(
      findingsIn(pod).map(({ finding }) => finding.message.split(' is ')[0]),
      ['The init container "setup"', 'The container "web"', 'The ephemeral container "debugger"'],
    );
  });

  it('says nothing of a pod-level field, which Kubernetes does not know, nor of a template', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    privileged: true
  containers:
    - name: web
      securityContext:
        privileged: {{ .Values.privileged }}
    - name: proxy
      securityContext: {{ toYaml .Values.securityContext | nindent 8 }}
    - name: cache
      securityContext:
        privileged:
`);
  });

  it('speaks of a container without a name too', () => {
    const [found] = findingsIn(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: {{ .Chart.Name }}
      securityContext:
        privileged: true
`);
    assert.match(found?.finding.message ?? '', /^The container is privileged/);
  });
});
