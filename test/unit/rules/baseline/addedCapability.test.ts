import assert from 'node:assert/strict';
import { assertMarked, fixed } from '../markedManifest';

describe('added-capability', () => {
  it('reports each capability that is no default one, in every list of containers', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  initContainers:
    - name: setup
      securityContext:
        capabilities:
          add: [CHOWN, SYS_ADMIN, ALL] # ← added-capability, added-capability
  containers:
    - name: web
      securityContext:
        capabilities:
          drop:
            - NET_RAW
          add:
            - NET_BIND_SERVICE
            - NET_RAW # ← added-capability
            - "SYS_TIME" # ← added-capability
  ephemeralContainers:
    - name: debugger
      securityContext:
        capabilities:
          add:
            - SYS_PTRACE # ← added-capability
`);
  });

  it('accepts the default ones', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext:
        capabilities:
          add:
            [AUDIT_WRITE, CHOWN, DAC_OVERRIDE, FOWNER, FSETID, KILL, MKNOD, NET_BIND_SERVICE, SETFCAP, SETGID, SETPCAP,
             SETUID, SYS_CHROOT]
`);
  });

  it('compares names as they are written', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext:
        capabilities:
          add:
            - chown # ← added-capability
            - CAP_CHOWN # ← added-capability
            - Kill # ← added-capability
`);
  });

  it('leaves items to templates that fill them in', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext:
        capabilities:
          add:
            - {{ .Values.capability }}
            - \${CAPABILITY}
            - SYS_ADMIN # ← added-capability
            {{- range .Values.more }}
            - {{ . }}
            {{- end }}
`);
  });

  it('takes away that entry only, and with the last one the list', () => {
    const pod = (entries: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
${entries}      image: registry.example.com/web:1.4.2
`;
    const both = pod(`      securityContext:
        capabilities:
          add:
            - SYS_ADMIN
          drop:
            - ALL
`);
    const dropping = pod(`      securityContext:
        capabilities:
          drop:
            - ALL
`);
    assert.equal(fixed(both), dropping);
    const alone = pod('      securityContext: { capabilities: { add: [SYS_ADMIN] } }\n');
    assert.equal(fixed(alone), pod(''));
  });

  it('reports an item without a name, which admission counts as a capability, and removes it', () => {
    const pod = (items: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext:
        capabilities:
          add:
            - CHOWN
${items}`;
    for (const nothing of ['-', '- null', '- ~', '- ""']) {
      assert.equal(fixed(pod(`            ${nothing}\n`)), pod(''), nothing);
    }
  });

  it('reports a text in place of the list, which the API server refuses', () => {
    const pod = (add: string) => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      securityContext:
        runAsNonRoot: true
${add}`;
    const text = pod('        capabilities:\n          add: SYS_ADMIN # ← added-capability\n');
    assertMarked(text);
    assertMarked(pod('        capabilities:\n          add: {{ .Values.add }}\n'));
    assert.equal(fixed(text.replace(/ # ←.*/, '')), pod(''));
    assert.equal(
      fixed(text.replace(/ # ←.*/, ''), 'Write it as a list'),
      pod('        capabilities:\n          add:\n            - SYS_ADMIN\n'),
    );
  });
});
