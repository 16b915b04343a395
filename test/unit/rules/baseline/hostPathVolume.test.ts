import assert from 'node:assert/strict';
import { assertMarked, findingsIn } from '../markedManifest';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers: []
  volumes:
    - name: scratch
      emptyDir: {}
    - name: node
      hostPath: # ← host-path-volume
        path: /
    - hostPath: {} # ← host-path-volume
    - name: unset
      hostPath:
    - name: rendered
      hostPath: {{ toYaml .Values.hostPath | nindent 8 }}
    - name: partly
      hostPath: # ← host-path-volume
        path: {{ .Values.path }}
`;

describe('host-path-volume', () => {
  it('reports each volume that opens a path of the node, mounted or not', () => {
    assertMarked(pod);
  });

  it('names volume and path where they are known', () => {
    assert.deepEqual(
      findingsIn(pod).map(({ finding }) => finding.message),
      [
        'The volume "node" opens / of the node to the pod',
        'The volume opens a path of the node to the pod',
        'The volume "partly" opens a path of the node to the pod',
      ],
    );
  });

  it('offers no fix, since only the author knows what else would do', () => {
    for (const { finding } of findingsIn(pod)) assert.deepEqual(finding.fixes, []);
  });
});
