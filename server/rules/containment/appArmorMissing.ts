import { appArmorAnnotations } from '../../manifests/pods/confinementProfiles';
import { isPartialPod } from '../../manifests/pods/partial';
import { effectiveField } from '../../manifests/pods/securityContext';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const appArmorMissing: Rule = {
  id: 'apparmor-missing',
  title: 'Choose an AppArmor profile',
  severity: 'hint',
  profile: 'all',
  standards: [],
  why: `Where nothing is said the runtime's own AppArmor profile applies, if the node has AppArmor at all. Said in the manifest, the kubelet
refuses a node without it instead of running the container unconfined, and a profile made for the program keeps an intruder from
files and calls that the general one has to allow.`,
  remedy: `Write \`appArmorProfile\` with the type \`RuntimeDefault\` for the pod, or \`Localhost\` with the name of a profile that is loaded on the
nodes. Do so only where all nodes have AppArmor: distributions with SELinux don't.`,
  links: [
    {
      title: "Restrict a container's access to resources with AppArmor",
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
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
    appArmorProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod, { kubernetesVersion }) {
    if (kubernetesVersion < 30 || mayBeWindows(pod) || isPartialPod(pod) || pod.containers.length === 0) return;
    const isChosen = pod.containers.some(
      (container) => effectiveField(container, 'appArmorProfile').state !== 'absent',
    );
    if (isChosen || appArmorAnnotations(pod).length > 0) return;
    const field = member(pod.securityContext, 'appArmorProfile');
    yield {
      at: field,
      message: 'No AppArmor profile is chosen for the pod',
      fixes: [
        {
          title: 'Set the AppArmor profile to RuntimeDefault (nodes without AppArmor refuse the pod)',
          class: 'ask',
          edits: [set([...pathOf(field), 'type'], 'RuntimeDefault')],
        },
      ],
    };
  },
};
