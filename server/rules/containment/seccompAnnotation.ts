import { seccompAnnotations } from '../../manifests/pods/confinementProfiles';
import { pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';
import { editsToField } from './profileAnnotation';

export const seccompAnnotation: Rule = {
  id: 'seccomp-annotation',
  title: 'Choose seccomp profiles with the field',
  severity: 'warning',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `The annotations that chose seccomp profiles were replaced by the field \`seccompProfile\` in Kubernetes 1.19, and since 1.27 nothing
reads them any more: the pod runs without the profile, and nobody says so.`,
  remedy: `Write \`seccompProfile\` into the \`securityContext\` of the pod or the container, with the type \`RuntimeDefault\`, or \`Localhost\` and
the file's path as \`localhostProfile\`. Where the annotation had no effect any more the profile applies from then on: what needs the
system calls it denies stops working.`,
  links: [
    {
      title: "Restrict a container's syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
    {
      title: 'Well-known labels, annotations and taints',
      url: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#seccomp-security-alpha-kubernetes-io-pod',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    seccomp.security.alpha.kubernetes.io/pod: runtime/default
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['annotations'],
  *check(pod, { kubernetesVersion }) {
    if (kubernetesVersion < 19) return;
    for (const annotation of seccompAnnotations(pod)) {
      const edits = editsToField(pod, annotation, 'seccompProfile');
      yield {
        at: annotation.value,
        message: `The seccomp annotation for the ${annotation.subject} ${kubernetesVersion >= 27 ? 'has no effect any more' : 'is replaced by the field seccompProfile'}`,
        fixes: [
          ...(edits && edits.length > 1
            ? [
                {
                  title: 'Move the profile to the field seccompProfile, where it takes effect',
                  class: 'ask',
                  edits,
                } as const,
              ]
            : []),
          { title: 'Remove the annotation', class: 'ask', edits: [remove(pathOf(annotation.value))] },
        ],
      };
    }
  },
};
