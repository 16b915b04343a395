import assert from 'node:assert/strict';
import { assertMarked, fixed } from './markedManifest';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostPID: true # ← host-pid
  containers: []
`;

describe('a marked manifest', () => {
  it('passes if each mark has its finding', () => {
    assertMarked(pod);
  });

  it('fails with what was expected and what was found, side by side', () => {
    const marked = pod.replace('host-pid', 'host-ipc');
    assert.throws(() => assertMarked(marked), /≠ │ host-ipc │ host-pid │ {3}hostPID: true/);
  });

  it('fails if a mark has no finding', () => {
    assert.throws(() => assertMarked(pod.replace('true', 'false')), /≠ │ host-pid │ {7}│ {3}hostPID: false/);
  });

  it('fails if a finding has no mark', () => {
    assert.throws(() => assertMarked(pod.replace(/ # .*/, '')), /≠ │ {10}│ host-pid │ {3}hostPID: true/);
  });

  it('has no fix that nobody offers', () => {
    assert.throws(() => fixed(pod, 'Set hostPID to'), /No fix begins with "Set hostPID to": Remove hostPID/);
  });
});
