import assert from 'node:assert/strict';
import { applyTextEdits, renderEdits } from '../../../../server/yaml/write/renderEdits';
import { assertMarked, findingsIn } from '../markedManifest';

const pod = `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  hostNetwork: true # ← host-network
  securityContext:
    windowsOptions:
      hostProcess: true # ← host-process
      runAsUserName: Agent
  initContainers:
    - name: setup
      securityContext:
        windowsOptions:
          hostProcess: true # ← host-process
  containers:
    - name: agent
      securityContext:
        windowsOptions:
          hostProcess: false
  ephemeralContainers:
    - name: debugger
      securityContext:
        windowsOptions:
          hostProcess: true # ← host-process
`;

describe('host-process', () => {
  it('reports the pod and each container that ask for it', () => {
    assertMarked(pod);
  });

  it('leaves the pod to a template that fills it in', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  securityContext:
    windowsOptions: {{ toYaml .Values.windowsOptions | nindent 6 }}
  containers:
    - name: agent
      securityContext:
        windowsOptions:
          hostProcess: {{ .Values.hostProcess }}
`);
  });

  it('is mended in the whole pod at once, the network of the node included', () => {
    const found = findingsIn(pod).filter(({ finding }) => finding.rule.id === 'host-process');
    for (const { finding } of found) {
      const [removal, setting] = finding.fixes.map(({ edits }) => {
        const rendered = finding.tree && renderEdits(finding.tree, edits);
        return rendered && applyTextEdits(pod, rendered);
      });
      assert.equal(
        removal,
        `apiVersion: v1
kind: Pod
metadata:
  name: agent
spec:
  securityContext:
    windowsOptions:
      runAsUserName: Agent
  initContainers:
    - name: setup
  containers:
    - name: agent
      securityContext:
        windowsOptions:
          hostProcess: false
  ephemeralContainers:
    - name: debugger
`,
      );
      assert.ok(setting && !/hostNetwork|hostProcess: true/.test(setting), setting);
      assert.deepEqual(
        finding.fixes.map((fix) => fix.class),
        ['ask', 'ask'],
      );
    }
  });
});
