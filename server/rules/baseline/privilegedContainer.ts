import { mountsSharedWithNode, sharesMountsWithNode } from '../../manifests/pods/containerMounts';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { booleanOf, type Field, member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { baselineStandard, cisBenchmark, hardeningGuidance, kernelSecurity } from '../links';
import type { Fix, Rule } from '../rule';

export const privilegedContainer: Rule = {
  id: 'privileged-container',
  title: 'Run containers without privileged mode',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:privileged'],
  why: `A privileged container has all capabilities and all devices of its node, and neither seccomp nor AppArmor nor SELinux
holds it back. Root in it can mount the node's disk and is root on the node a moment later.`,
  remedy: `Set \`privileged: false\`. Find out what the workload really needs: a capability can be added by itself, a device comes
through a device plugin, and building images works without privileges in rootless builders.`,
  links: [
    { ...kernelSecurity, title: 'Privileged containers', url: `${kernelSecurity.url}#privileged-containers` },
    baselineStandard,
    hardeningGuidance,
    cisBenchmark('5.2.2'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        privileged: true
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        privileged: false
`,
  looksAt: 'container',
  needs: ['privileged'],
  *check(container) {
    const field = member(container.securityContext, 'privileged');
    if (booleanOf(field) !== true) return;
    yield {
      at: field,
      message: `The ${describeContainer(container)} is privileged: it can do on its node whatever root can`,
      fixes: fixes(container, field),
    };
  },
};

/** What a container mounts for its node is why it is privileged: without either it is of no use. */
function fixes(container: Container, privileged: Field): Fix[] {
  const unprivileged = set(pathOf(privileged), false);
  const shares = sharesMountsWithNode(container);
  if (shares === false) {
    return [
      {
        title: 'Set privileged to false (what uses devices, mounts or the kernel of the node stops working)',
        class: 'harden',
        edits: [unprivileged],
      },
    ];
  }
  if (shares === null) return [];
  const propagations = mountsSharedWithNode(container).map((field) => set(pathOf(field), 'HostToContainer'));
  return [
    {
      title: 'Set privileged to false and mountPropagation to HostToContainer (its node no longer sees what it mounts)',
      class: 'ask',
      edits: [unprivileged, ...propagations],
    },
  ];
}
