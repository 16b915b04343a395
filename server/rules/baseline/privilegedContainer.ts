import { describeContainer } from '../../manifests/podSpec';
import { set } from '../../yaml/edits';
import { booleanOf, member, pathOf } from '../../yaml/field';
import { baselineStandard, cisBenchmark, hardeningGuidance, kernelSecurity } from '../links';
import type { Rule } from '../rule';

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
      fixes: [
        {
          title: 'Set privileged to false (what uses devices, mounts or the kernel of the node stops working)',
          class: 'harden',
          edits: [set(pathOf(field), false)],
        },
      ],
    };
  },
};
