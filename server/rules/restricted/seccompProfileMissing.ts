import { profileOfAnnotation, seccompAnnotations } from '../../manifests/pods/confinementProfiles';
import { isPartialPod } from '../../manifests/pods/partial';
import { type Container, describeContainer, type PodSpec } from '../../manifests/pods/podSpec';
import { type Field, member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { editsToField, withoutContradiction } from '../containment/profileAnnotation';
import { cisBenchmark, hardeningGuidance, restrictedStandard } from '../links';
import type { Fault, Fix, RuleContext } from '../rule';
import { describeContainers } from './describeContainers';
import { onLinux } from './onLinux';
import { restrictedRule } from './restrictedRule';

export const seccompProfileMissing = restrictedRule({
  id: 'seccomp-profile-missing',
  title: 'Choose a seccomp profile',
  standards: ['pss:restricted:seccompProfile_restricted', 'cis:5.7.2', 'nsa:pod-security'],
  why: `Without a profile a container may make every system call of the kernel, unless the administrator of its node switched a
default on. Most escapes from containers begin with a call that ordinary programs never make, such as \`keyctl\`, \`bpf\`,
\`userfaultfd\` or \`unshare\`, and that the runtime's own profile denies.`,
  remedy: `Set \`seccompProfile\` with the type \`RuntimeDefault\` once for the pod; hardly any program notices. One that stops with
"operation not permitted", such as a browser with a sandbox of its own or a debugger, gets a profile that allows what it needs:
\`type: Localhost\`.`,
  links: [
    {
      title: "Restrict a container's syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
    restrictedStandard,
    { title: 'Seccomp and Kubernetes', url: 'https://kubernetes.io/docs/reference/node/seccomp/' },
    cisBenchmark('5.7.2'),
    hardeningGuidance,
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    runAsNonRoot: true
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
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  check: onLinux(missingProfiles),
});

/** Containers and pods that no profile confines, on whichever system. */
export function* missingProfiles(pod: PodSpec, { kubernetesVersion }: RuleContext): Iterable<Fault> {
  if (kubernetesVersion < 19 || isPartialPod(pod)) return;
  // A profile of the pod that confines nothing violates the baseline level: one fault is enough.
  const ofPod = member(pod.securityContext, 'seccompProfile');
  if (ofPod.state !== 'absent') return;
  const silent = pod.containers.filter((container) => ownProfile(container).state === 'absent');
  const fixes = [choosing(pod, ofPod)];
  if (silent.length === pod.containers.length && silent.length > 0) {
    yield {
      at: ofPod,
      message: `No seccomp profile confines the system calls of the ${describeContainers(silent)}`,
      fixes,
    };
    return;
  }
  for (const container of silent) {
    yield {
      at: ownProfile(container),
      message: `No seccomp profile confines the system calls of the ${describeContainer(container)}`,
      fixes,
    };
  }
}

function ownProfile(container: Container): Field {
  return member(container.securityContext, 'seccompProfile');
}

/** A profile of the node that somebody chose by the annotation may still be meant; whatever else that says is over. */
function choosing(pod: PodSpec, ofPod: Field): Fix {
  const annotation = seccompAnnotations(pod).find(({ containerName }) => containerName === undefined);
  const edits =
    annotation && profileOfAnnotation(annotation.profile)?.localhostProfile !== undefined
      ? editsToField(pod, annotation, 'seccompProfile')
      : undefined;
  if (edits)
    return { title: 'Move the profile of the annotation to the field, where it takes effect', class: 'ask', edits };
  return {
    title: "Set the pod's seccomp profile to RuntimeDefault (what needs the system calls it denies stops working)",
    class: 'harden',
    edits: [
      set([...pathOf(ofPod), 'type'], 'RuntimeDefault'),
      ...withoutContradiction(pod, 'seccompProfile', { type: 'RuntimeDefault' }),
    ],
  };
}
