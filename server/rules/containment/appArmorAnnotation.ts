import { appArmorAnnotations, type ProfileAnnotation } from '../../manifests/pods/confinementProfiles';
import { isPartialPod } from '../../manifests/pods/partial';
import type { PodSpec } from '../../manifests/pods/podSpec';
import { items, mayHaveMore, member, pathOf } from '../../yaml/field/field';
import { remove } from '../../yaml/write/edits';
import type { Rule } from '../rule';
import { editsToField } from './profileAnnotation';

export const appArmorAnnotation: Rule = {
  id: 'apparmor-annotation',
  title: 'Choose AppArmor profiles with the field',
  severity: 'warning',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `The annotations that chose AppArmor profiles were replaced by the field \`appArmorProfile\` in Kubernetes 1.30 and will go away; a
container that is added or renamed is easily left without one. An annotation for a container that isn't there is refused by the API
server, so that the pod is never created.`,
  remedy: `Write \`appArmorProfile\` into the \`securityContext\` of the container, or of the pod for all of them. The API server of 1.30 and newer
does the same by itself, so nothing changes for the pod.`,
  links: [
    {
      title: "Restrict a container's access to resources with AppArmor",
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
    {
      title: 'Well-known labels, annotations and taints',
      url: 'https://kubernetes.io/docs/reference/labels-annotations-taints/#container-apparmor-security-beta-kubernetes-io',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
  annotations:
    container.apparmor.security.beta.kubernetes.io/web: localhost/k8s-apparmor-web
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
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        appArmorProfile:
          type: Localhost
          localhostProfile: k8s-apparmor-web
`,
  looksAt: 'pod spec',
  needs: ['annotations'],
  *check(pod, { kubernetesVersion }) {
    for (const annotation of appArmorAnnotations(pod)) {
      if (isForNobody(pod, annotation)) {
        yield {
          at: annotation.value,
          message: `The AppArmor annotation is for the ${annotation.subject}, which is not there: the API server refuses the pod`,
          severity: 'error',
          fixes: [{ title: 'Remove the annotation', class: 'ask', edits: [remove(pathOf(annotation.value))] }],
        };
        continue;
      }
      const edits = editsToField(pod, annotation, 'appArmorProfile');
      // An annotation that confines nothing is the fault of apparmor-profile.
      if (kubernetesVersion < 30 || !edits || annotation.profile === 'unconfined') continue;
      yield {
        at: annotation.value,
        message: `The AppArmor annotation for the ${annotation.subject} is replaced by the field appArmorProfile`,
        fixes: [{ title: 'Move the profile to the field appArmorProfile', class: 'safe', edits }],
      };
    }
  },
};

function isForNobody(pod: PodSpec, { containerName }: ProfileAnnotation): boolean {
  const lists = ['initContainers', 'containers', 'ephemeralContainers'].map((list) => member(pod.spec, list));
  // A template or another document may bring the container.
  if (isPartialPod(pod) || lists.some((list) => list.state !== 'absent' && mayHaveMore(list))) return false;
  const isNamed = lists.flatMap(items).every((container) => member(container, 'name').state === 'known');
  return isNamed && pod.containers.every(({ name }) => name !== containerName);
}
