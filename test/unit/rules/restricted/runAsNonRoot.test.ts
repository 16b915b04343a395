import assert from 'node:assert/strict';
import { runAsNonRoot } from '../../../../server/rules/restricted/runAsNonRoot';
import { runAsRootUser } from '../../../../server/rules/restricted/runAsRootUser';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const rules = [runAsNonRoot];
const pod = (spec: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
${spec}`;

describe('run-as-non-root', () => {
  it('reports the pod once if nobody says anything, and only the silent containers if others do', () => {
    assertMarked(
      pod(`spec: # ← run-as-non-root
  containers:
    - name: web
      image: a:1
    - name: proxy
      image: b:1
`),
      { rules },
    );
    assertMarked(
      pod(`spec:
  initContainers:
    - name: setup # ← run-as-non-root
      image: a:1
  containers:
    - name: web
      image: a:1
      securityContext:
        runAsNonRoot: true
    - name: rendered
      image: a:1
      securityContext:
        runAsNonRoot: {{ .Values.nonRoot }}
  ephemeralContainers:
    - name: debugger
      image: a:1
      securityContext:
        runAsNonRoot: false # ← run-as-non-root
`),
      { rules },
    );
  });

  it('is not satisfied by a user that is not root, nor by containers that override a bad value of the pod', () => {
    assertMarked(
      pod(`spec:
  securityContext: # ← run-as-non-root
    runAsUser: 1000
  containers:
    - name: web
      image: a:1
`),
      { rules },
    );
    assertMarked(
      pod(`spec:
  securityContext:
    runAsNonRoot: false # ← run-as-non-root
  containers:
    - name: web
      image: a:1
      securityContext:
        runAsNonRoot: true
`),
      { rules },
    );
  });

  it('leaves pods in a user namespace alone from Kubernetes 1.35 on, and those of which only a part is written', () => {
    const inUserNamespace = (mark: string) =>
      pod(`spec:${mark}
  hostUsers: false
  containers:
    - name: web
      image: a:1
`);
    assertMarked(inUserNamespace(' # ← run-as-non-root'), { rules, version: 34 });
    assertMarked(inUserNamespace(''), { rules, version: 35 });
    assertMarked(
      pod(`spec:
  containers:
    - name: web
      resources: {}
`),
      { rules },
    );
  });

  it('is mended safely where every user is a number other than 0', () => {
    const safe = pod(`spec:
  securityContext:
    runAsUser: 65532
  containers:
    - name: web
      image: a:1
`);
    assert.equal(findingsIn(safe, { rules })[0]?.finding.fixes[0]?.class, 'safe');
    assert.equal(
      fixed(safe, '', { rules }),
      safe.replace('    runAsUser: 65532\n', '    runAsNonRoot: true\n    runAsUser: 65532\n'),
    );
    assert.equal(findingsIn(safe.replace('65532', 'nobody'), { rules })[0]?.finding.fixes[0]?.class, 'harden');
  });

  it('says so of the containers alone where one of them names root', () => {
    const mixed = pod(`spec:
  containers:
    - name: web
      image: a:1
    - name: fixer
      image: a:1
      securityContext:
        runAsUser: 0
`);
    const mended = fixed(mixed, 'Set runAsNonRoot to true (an image', { rules });
    assert.equal(mended, mixed.replace('a:1\n', 'a:1\n      securityContext:\n        runAsNonRoot: true\n'));
    const removed = fixed(mixed, 'Set runAsNonRoot to true and remove', { rules });
    assertMarked(removed, { rules: [runAsNonRoot, runAsRootUser] });
  });
});
