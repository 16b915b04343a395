import assert from 'node:assert/strict';
import { assertMarked, findingsIn, fixed } from '../markedManifest';

describe('selinux-options', () => {
  it('reports types that are not made for containers, and every user and role', () => {
    assertMarked(`apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seLinuxOptions:
      type: spc_t # ← selinux-options
      user: system_u # ← selinux-options
      role: system_r # ← selinux-options
      level: s0:c1,c2
  initContainers:
    - name: setup
      securityContext:
        seLinuxOptions:
          type: Container_t # ← selinux-options
  containers:
    - name: web
      securityContext:
        seLinuxOptions:
          type: container_t
          user: ""
          role:
    - name: proxy
      securityContext:
        seLinuxOptions:
          type: ""
    - name: cache
      securityContext:
        seLinuxOptions:
          type: container_init_t
    - name: machine
      securityContext:
        seLinuxOptions:
          type: container_kvm_t
    - name: rendered
      securityContext:
        seLinuxOptions:
          type: {{ .Values.type }}
          user: \${USER}
  ephemeralContainers:
    - name: debugger
      securityContext:
        seLinuxOptions: {role: sysadm_r} # ← selinux-options
`);
  });

  const engine = (mark: string) => `apiVersion: v1
kind: Pod
metadata:
  name: builder
spec:
  containers:
    - name: builder
      securityContext:
        seLinuxOptions:
          type: container_engine_t${mark}
`;

  it('accepts container_engine_t from Kubernetes 1.31 on', () => {
    for (const version of [0, 30]) assertMarked(engine(' # ← selinux-options'), { version });
    for (const version of [31, 37]) assertMarked(engine(''), { version });
  });

  it('offers the types of the configured version, the usual one first, and removal', () => {
    const pod = engine('').replace('container_engine_t', 'spc_t');
    const titles = (version: number) => findingsIn(pod, { version })[0]?.finding.fixes.map(({ title }) => title);
    assert.deepEqual(
      titles(31)?.map((title) => title.replace(/ \(.*/, '')),
      [
        'Use the SELinux type container_t',
        'Use the SELinux type container_init_t',
        'Use the SELinux type container_kvm_t',
        'Use the SELinux type container_engine_t',
        'Remove the SELinux type',
      ],
    );
    assert.equal(titles(30)?.length, 4);
    assert.equal(fixed(pod, 'Use the SELinux type container_kvm_t'), pod.replace('spc_t', 'container_kvm_t'));
    assert.equal(fixed(pod, 'Remove'), pod.replace(/ +securityContext:[\s\S]*/, ''));
  });

  it('offers nothing but removal for users and roles', () => {
    const pod = engine('').replace('type: container_engine_t', 'user: system_u');
    assert.deepEqual(
      findingsIn(pod)[0]?.finding.fixes.map(({ title, class: fixClass }) => `${fixClass}: ${title}`),
      ['ask: Remove the SELinux user (the container runtime will choose it)'],
    );
  });
});
