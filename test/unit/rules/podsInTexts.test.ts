import assert from 'node:assert/strict';
import { assertMarked, findingsIn } from './markedManifest';

describe('a pod in the text of a ConfigMap', () => {
  it('is judged by what it may do to its node, at its place', () => {
    const text = `apiVersion: v1
kind: ConfigMap
metadata: {name: helper}
data:
  note: |
    kind: of a note about containers:
  other.yaml: |
    apiVersion: v1
    kind: Pod
  pod.yaml: |-
    # Made for each claim.
    apiVersion: v1
    kind: Pod
    spec:
      hostNetwork: true
      containers:
        - name: helper
          image: busybox
          securityContext: {privileged: true}
    ---
    apiVersion: apps/v1
    kind: DaemonSet
    spec:
      template:
        spec:
          hostPID: true
          containers: [{name: agent, image: busybox}]
`;
    const found = findingsIn(text, { profile: 'all' });
    const lines = text.split('\n');
    assert.deepEqual(
      found.map(({ line, finding: { rule, start } }) => [rule.id, lines[line]?.slice(start.character)]),
      [
        ['host-network', 'true'],
        ['privileged-container', 'true}'],
        ['host-pid', 'true'],
      ],
    );
    assert.deepEqual(
      found.flatMap(({ finding }) => finding.fixes),
      [],
    );
  });

  it('is left alone where it is not written as it is, or not whole', () => {
    assertMarked(`apiVersion: v1
kind: ConfigMap
metadata: {name: helper}
data:
  folded: >
    apiVersion: v1

    kind: Pod

    spec: {hostNetwork: true, containers: []}
  quoted: "apiVersion: v1\\n  kind: Pod\\nspec: {hostNetwork: true, containers: []}"
  filled: |
    apiVersion: v1
    kind: Pod
    spec: {hostNetwork: true, containers: [{image: "{{ .Values.image }}"}]}
  broken: |
    apiVersion: v1
    kind: Pod
    spec: {hostNetwork: true, containers: [
`);
  });
});
