import assert from 'node:assert/strict';
import { assertMarked, findingsIn } from '../markedManifest';

describe('host-network, host-pid and host-ipc', () => {
  it('report each namespace that a pod shares with its node', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: true # ← host-network
  hostPID: yes # ← host-pid
  hostIPC: on # ← host-ipc
  containers: []
`);
  });

  it('accept false, null and what is no boolean', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: false
  hostPID:
  hostIPC: "true"
  containers: []
`);
  });

  it('leave to templates and variables what they fill in, and judge the literal beside them', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: {{ .Values.hostNetwork }}
  hostPID: \${HOST_PID}
  hostIPC: true # ← host-ipc
  containers: []
`);
  });

  it('offer no removal of hostNetwork beside a Windows host process, which the API server refuses without', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: true # ← host-network
  containers:
    - name: agent
      securityContext:
        windowsOptions:
          hostProcess: true # ← host-process
`;
    assertMarked(pod);
    assert.deepEqual(findingsIn(pod)[0]?.finding.fixes, []);
  });
});
