import assert from 'node:assert/strict';
import { applyTextEdits, renderEdits } from '../../../../server/yaml/write/renderEdits';
import { assertMarked, findingsIn } from '../markedManifest';

describe('the hardening fixes of the baseline level', () => {
  it('can be made all at once, and leave only what has none', () => {
    const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    metadata:
      annotations:
        container.apparmor.security.beta.kubernetes.io/web: unconfined
    spec:
      hostNetwork: true
      hostPID: true
      hostIPC: true
      securityContext:
        seccompProfile:
          type: Unconfined
          localhostProfile: web.json
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - containerPort: 8080 # plain
              hostPort: 8080
          securityContext:
            privileged: true
            procMount: Unmasked
            appArmorProfile: { type: Unconfined }
            capabilities:
              add: [NET_ADMIN, CHOWN, SYS_TIME]
`;
    const findings = findingsIn(deployment).map(({ finding }) => finding);
    const fixes = findings.flatMap((finding) => finding.fixes.slice(0, 1));
    assert.deepEqual([...new Set(fixes.map((fix) => fix.class))], ['harden']);
    const tree = findings[0]?.tree;
    const edits =
      tree &&
      renderEdits(
        tree,
        fixes.flatMap((fix) => fix.edits),
      );
    assert.ok(edits);
    const hardened = applyTextEdits(deployment, edits);
    assert.equal(
      hardened,
      `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  template:
    spec:
      securityContext:
        seccompProfile:
          type: RuntimeDefault
      containers:
        - name: web
          image: registry.example.com/web:1.4.2
          ports:
            - containerPort: 8080 # plain
              hostPort: 8080
          securityContext:
            privileged: false
            capabilities:
              add: [CHOWN]
`,
    );
    assertMarked(hardened.replace('hostPort: 8080', 'hostPort: 8080 # ← host-port'));
  });
});
