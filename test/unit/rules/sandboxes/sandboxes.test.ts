import { runtimeClassUnknown } from '../../../../server/rules/sandboxes/runtimeClassUnknown';
import { sandboxCandidate } from '../../../../server/rules/sandboxes/sandboxCandidate';
import { assertMarked } from '../markedManifest';

const pod = (image: string, spec = '') =>
  `apiVersion: v1
kind: Pod
metadata:
  name: web
  labels:
    app: web
spec: {}
`.replace('spec: {}\n', `spec:\n${spec}  containers:\n    - name: web\n      image: ${image}\n`);

describe('runtime-class-unknown', () => {
  const rules = [runtimeClassUnknown];
  const runtimeClass =
    '---\napiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata:\n  name: sandboxed\nhandler: runsc\n';

  it('says nothing where no RuntimeClass is known, nor of those that clusters come with', () => {
    assertMarked(pod('a:1', '  runtimeClassName: anything\n'), { rules });
    assertMarked(pod('a:1', '  runtimeClassName: anything # ← runtime-class-unknown\n') + runtimeClass, { rules });
    assertMarked(pod('a:1', '  runtimeClassName: gvisor\n') + runtimeClass, { rules });
    assertMarked(pod('a:1', '  runtimeClassName: {{ .Values.runtime }}\n') + runtimeClass, { rules });
  });
});

describe('sandbox-candidate', () => {
  const rules = [sandboxCandidate];
  const service = (type: string) =>
    `---\napiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  type: ${type}\n  selector:\n    app: web\n`;

  it('hints at pods that the outside reaches, and at images that run what others wrote', () => {
    assertMarked(pod('a:1'), { rules });
    assertMarked(pod('a:1') + service('ClusterIP'), { rules });
    assertMarked(pod('a:1').replace('spec:', 'spec: # ← sandbox-candidate') + service('LoadBalancer'), { rules });
    assertMarked(pod('gitlab/gitlab-runner:v18.0 # ← sandbox-candidate'), { rules });
    assertMarked(pod('gitlab/gitlab-runner:v18.0', '  runtimeClassName: kata\n'), { rules });
    assertMarked(pod('docker.example.com/web:1'), { rules });
  });
});
