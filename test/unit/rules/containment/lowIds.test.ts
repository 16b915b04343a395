import { lowGroupId } from '../../../../server/rules/containment/lowGroupId';
import { lowUserId } from '../../../../server/rules/containment/lowUserId';
import { assertMarked } from '../markedManifest';

describe('low-user-id and low-group-id', () => {
  const rules = [lowUserId, lowGroupId];
  const pod = (inner: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsUser: 180INHERITED
    runAsGroup: 100INHERITED
    fsGroup: 100 # ← low-group-id
  containers:
    - name: web
      image: a:1
      securityContext: {runAsUser: 12000, runAsGroup: 12000}
${inner}`;
  const marked = (text: string, ...ids: readonly string[]) =>
    ids.reduce((marks, id) => marks.replace('INHERITED', id && ` # ← ${id}`), text);

  it('look at what is in force: a value of the pod that every container overrides is not', () => {
    assertMarked(marked(pod(''), '', ''), { rules });
    const templated = '    - name: proxy\n      image: a:1\n      securityContext: {{ .Values.context }}\n';
    assertMarked(marked(pod(templated), '', ''), { rules });
    const silent = '    - name: proxy\n      image: a:1\n';
    assertMarked(marked(pod(silent), 'low-user-id', 'low-group-id'), { rules });
    const half = `${silent}      securityContext:\n        runAsUser: 1000 # ← low-user-id\n`;
    assertMarked(marked(pod(half), '', 'low-group-id'), { rules });
  });
});
