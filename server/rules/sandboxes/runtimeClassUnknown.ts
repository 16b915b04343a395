import { member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

/**
 * RuntimeClasses that clusters come with, so that no manifest holds them: GKE Sandbox, Kata Containers on AKS and OpenShift, the
 * NVIDIA GPU operator, and those that k3s makes (docs.k3s.io/advanced#alternative-container-runtime-support).
 */
const madeByClusters: ReadonlySet<string> = new Set([
  'gvisor',
  'kata',
  'kata-cc-isolation',
  'kata-mshv-vm-isolation',
  'kata-vm-isolation',
  'nvidia',
  'nvidia-cdi',
  'nvidia-experimental',
  'nvidia-legacy',
  'crun',
  'lunatic',
  'slight',
  'spin',
  'wasmedge',
  'wasmer',
  'wasmtime',
  'wws',
]);

export const runtimeClassUnknown: Rule = {
  id: 'runtime-class-unknown',
  title: 'Name a RuntimeClass that exists',
  severity: 'information',
  profile: 'recommended',
  standards: [],
  why: `A pod that names a RuntimeClass which the cluster doesn't have is refused. A workload with a sandbox in its manifest and a slip in the name
is a workload that doesn't run, or, once somebody removes the line to make it run, one without the sandbox.`,
  remedy: `Correct the name, or add the RuntimeClass to the manifests. Those that the cluster's provider makes need not stand in the workspace.`,
  links: [{ title: 'Runtime class', url: 'https://kubernetes.io/docs/concepts/containers/runtime-class/' }],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  runtimeClassName: sandbox
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: sandboxed
handler: runsc
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  runtimeClassName: sandboxed
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
---
apiVersion: node.k8s.io/v1
kind: RuntimeClass
metadata:
  name: sandboxed
handler: runsc
`,
  looksAt: 'pod spec',
  needs: ['runtimeClassName'],
  among: ['node.k8s.io/RuntimeClass'],
  *checkAmong(pod, { objects, reach }) {
    const field = member(pod.spec, 'runtimeClassName');
    const name = stringOf(field);
    if (!name || madeByClusters.has(name)) return;
    const classes = objects.filter(({ group, kind }) => group === 'node.k8s.io' && kind === 'RuntimeClass');
    // One file without any says nothing of those that there are.
    if (reach !== 'workspace' && classes.length === 0) return;
    if (classes.some((known) => known.name === name || known.name === null)) return;
    const names = classes.flatMap((known) => known.name ?? []);
    const [first, ...others] = names;
    yield {
      at: field,
      message: `There is no RuntimeClass "${name}" in ${reach === 'file' ? 'this file' : 'the workspace'}`,
      fixes:
        first === undefined
          ? []
          : [
              {
                title: 'Choose another RuntimeClass',
                class: 'ask',
                edits: [set(pathOf(field), blank(first, ...others))],
              },
            ],
      related: classes.map((object) => ({ object, message: 'A RuntimeClass that exists' })),
    };
  },
};
