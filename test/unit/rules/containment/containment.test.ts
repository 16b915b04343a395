import assert from 'node:assert/strict';
import { linuxCapabilities } from '../../../../server/manifests/linux/linuxCapabilities';
import { appArmorLocalhostName } from '../../../../server/rules/containment/appArmorLocalhostName';
import { privilegeEscalationConflict } from '../../../../server/rules/containment/privilegeEscalationConflict';
import { readOnlyRootFilesystem } from '../../../../server/rules/containment/readOnlyRootFilesystem';
import { seccompLocalhostPath } from '../../../../server/rules/containment/seccompLocalhostPath';
import { securityContextMisplaced } from '../../../../server/rules/containment/securityContextMisplaced';
import { unknownCapability } from '../../../../server/rules/containment/unknownCapability';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

const container = (securityContext: string, image = 'a:1') => `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: ${image}
      securityContext:
${securityContext.replace(/^(?=.)/gm, '        ')}`;

describe('the table of capabilities', () => {
  it('has all 41, each once, in alphabetical order and with a line of its own', () => {
    assert.equal(linuxCapabilities.length, 41);
    const names = linuxCapabilities.map(({ name }) => name);
    assert.deepEqual(
      names,
      [...new Set(names)].sort((a, b) => (a.replace('_', ' ') < b.replace('_', ' ') ? -1 : 1)),
    );
    for (const { permits } of linuxCapabilities) assert.match(permits, /^[A-Z].{10,100}[^.]$/);
  });
});

describe('unknown-capability', () => {
  const rules = [unknownCapability];

  it('takes names as Kubernetes writes them, and leaves templates alone', () => {
    assertMarked(
      container(`capabilities:
  add:
    - NET_BIND_SERVICE
    - cap_chown # ← unknown-capability
    - {{ .Values.capability }}
  drop:
    - ALL
    - NETRAW # ← unknown-capability
    - sys_admin # ← unknown-capability
    - all # ← unknown-capability
`),
      { rules },
    );
  });

  it('leaves `drop: [all]` alone to the rule that asks for ALL', () => {
    assertMarked(container('capabilities:\n  drop: [all]\n'), { rules });
  });

  it('corrects what is dropped safely, and asks before it grants anything', () => {
    const fix = (list: string, name: string) =>
      findingsIn(container(`capabilities:\n  ${list}: [${name}]\n`), { rules })[0]?.finding.fixes[0];
    assert.equal(fix('drop', 'CAP_NET_RAW')?.class, 'safe');
    assert.equal(fix('add', 'net_raw')?.class, 'ask');
    assert.equal(fix('drop', 'NETRAW')?.title, 'Write NET_RAW instead');
    assert.equal(fix('drop', 'NONSENSE'), undefined);
  });
});

describe('privilege-escalation-conflict', () => {
  const severity = (securityContext: string) =>
    findingsIn(container(securityContext), { rules: [privilegeEscalationConflict] }).map(
      ({ finding }) => finding.severity,
    );

  it('is an error where the API server refuses the pod, else a warning', () => {
    assert.deepEqual(severity('allowPrivilegeEscalation: false\nprivileged: true\n'), ['error']);
    assert.deepEqual(severity('allowPrivilegeEscalation: false\ncapabilities:\n  add: [CAP_SYS_ADMIN]\n'), ['error']);
    assert.deepEqual(severity('allowPrivilegeEscalation: false\ncapabilities:\n  add: [SYS_ADMIN]\n'), ['warning']);
    assert.deepEqual(severity('allowPrivilegeEscalation: true\nprivileged: true\n'), []);
    assert.deepEqual(severity('allowPrivilegeEscalation: false\nprivileged: {{ .Values.privileged }}\n'), []);
  });
});

describe('security-context-misplaced', () => {
  const rules = [securityContextMisplaced];

  it('moves a field of containers to those that have none, with its value', () => {
    const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
    capabilities:
      drop: [ALL]
  containers:
    - name: web
      image: a:1
    - name: proxy
      image: b:1
      securityContext:
        capabilities: {}
`;
    assert.equal(
      fixed(pod, 'Move', { rules }),
      pod
        .replace('    capabilities:\n      drop: [ALL]\n', '')
        .replace(
          '      image: a:1\n',
          '      image: a:1\n      securityContext:\n        capabilities:\n          drop:\n            - ALL\n',
        ),
    );
  });

  it('reports a field of pods on a container, and only takes it away where the pod has one', () => {
    assertMarked(
      container(
        'fsGroup: 2000 # ← security-context-misplaced\nrunAsUser: 1\nsysctls: [] # ← security-context-misplaced\n',
      ),
      { rules },
    );
    const both = container('fsGroup: 2000\nrunAsUser: 1\n').replace(
      'spec:\n',
      'spec:\n  securityContext:\n    fsGroup: 1\n',
    );
    assert.equal(fixed(both, '', { rules }), both.replace('        fsGroup: 2000\n', ''));
  });
});

describe('localhost profiles', () => {
  const rules = [seccompLocalhostPath, appArmorLocalhostName];

  it('need a name that the API server takes, and only they have one', () => {
    const seccomp = (profile: string) => container(`seccompProfile:\n${profile.replace(/^(?=.)/gm, '  ')}`);
    assertMarked(seccomp('type: Localhost\nlocalhostProfile: profiles/web.json\n'), { rules });
    assertMarked(seccomp('type: Localhost\nlocalhostProfile: {{ .Values.profile }}\n'), { rules });
    assertMarked(seccomp('type: {{ .Values.type }}\nlocalhostProfile: a.json\n'), { rules });
    assertMarked(seccomp('type: Localhost # ← seccomp-localhost-path\n'), { rules });
    for (const path of ['/a.json', '../a.json', 'a/../../b.json']) {
      assertMarked(seccomp(`type: Localhost\nlocalhostProfile: ${path} # ← seccomp-localhost-path\n`), { rules });
    }
    assertMarked(seccomp('type: RuntimeDefault\nlocalhostProfile: a.json # ← seccomp-localhost-path\n'), { rules });
    assertMarked(container('appArmorProfile:\n  type: Localhost # ← apparmor-localhost-name\n'), { rules });
    assertMarked(
      container('appArmorProfile:\n  type: Localhost\n  localhostProfile: " a" # ← apparmor-localhost-name\n'),
      {
        rules,
      },
    );
  });
});

describe('read-only-root-filesystem', () => {
  const rules = [readOnlyRootFilesystem];

  it('asks every container but debuggers and those on Windows', () => {
    assertMarked(container('readOnlyRootFilesystem: false # ← read-only-root-filesystem\n'), { rules });
    assertMarked(
      container('runAsUser: 1\n').replace('securityContext:', 'securityContext: # ← read-only-root-filesystem'),
      {
        rules,
      },
    );
    assertMarked(container('readOnlyRootFilesystem: {{ .Values.readOnly }}\n'), { rules });
    assertMarked(
      container('runAsUser: 1\n')
        .replace('containers:', 'ephemeralContainers:')
        .replace('spec:\n', 'spec:\n  containers: []\n'),
      { rules },
    );
    assertMarked(container('runAsUser: 1\n').replace('spec:\n', 'spec:\n  os:\n    name: windows\n'), { rules });
  });

  it('gives a known image the directories that it writes to, but for those that are mounted', () => {
    const nginx = container('runAsUser: 1\n', 'registry.example.com/library/nginx:1.27').concat(`      volumeMounts:
        - name: cache
          mountPath: /var/cache
  volumes:
    - name: cache
      emptyDir: {}
`);
    assert.equal(
      fixed(nginx, '', { rules }),
      nginx
        .replace('        runAsUser', '        readOnlyRootFilesystem: true\n        runAsUser')
        .replace(
          '          mountPath: /var/cache\n',
          '          mountPath: /var/cache\n        - name: web-var-run\n          mountPath: /var/run\n',
        )
        .concat('    - name: web-var-run\n      emptyDir: {}\n'),
    );
  });

  it('proposes /tmp for others, and for an image that only ends in the name of a known one', () => {
    const other = fixed(container('runAsUser: 1\n', 'bitnami/nginx:1.27'), '', { rules });
    assert.match(other, /mountPath: \/tmp\n/);
    assert.doesNotMatch(other, /\/var\/cache\/nginx/);
    const mended = fixed(container('runAsUser: 1\n'), '', { rules });
    assert.match(mended, /mountPath: \/tmp\n {2}volumes:\n {4}- name: web-tmp\n {6}emptyDir: \{\}\n$/);
  });
});
