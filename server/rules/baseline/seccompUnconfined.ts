import {
  describeLaxProfile,
  laxProfileFields,
  meantProfileType,
  type ProfileField,
  seccompAnnotations,
} from '../../manifests/pods/confinementProfiles';
import { describeOwner, type PodSpec } from '../../manifests/pods/podSpec';
import { isWindowsAt, mayBeWindows } from '../../manifests/pods/windowsPods';
import { type Field, member, pathOf } from '../../yaml/field/field';
import { type Edit, remove, set } from '../../yaml/write/edits';
import { withoutContradiction } from '../containment/profileAnnotation';
import { baselineStandard, hardeningGuidance } from '../links';
import type { Fault, Fix, Rule } from '../rule';

export const seccompUnconfined: Rule = {
  id: 'seccomp-unconfined',
  title: 'Leave seccomp on',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:seccompProfile_baseline', 'pss:restricted:seccompProfile_restricted'],
  why: `Seccomp keeps a container from the system calls that hardly any program needs: those in which most of the kernel's
exploitable faults were found. \`Unconfined\` opens all of them, also where the node is set up to confine every container that
says nothing. A bad value of the pod counts even if each container has a better one of its own.`,
  remedy: `Use the type \`RuntimeDefault\`, or \`Localhost\` with a profile that lies on the nodes. A program that stops with
"operation not permitted" is calling something that the profile denies: record its calls and allow that one.`,
  links: [
    { title: 'Seccomp and Kubernetes', url: 'https://kubernetes.io/docs/reference/node/seccomp/' },
    baselineStandard,
    {
      title: "Restrict a container's syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
    hardeningGuidance,
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Unconfined
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
  needs: ['seccompProfile', 'annotations'],
  check(pod, { kubernetesVersion }) {
    if (isWindowsAt(kubernetesVersion, pod)) return [];
    return kubernetesVersion >= 19 ? faultsOfFields(pod) : faultsOfAnnotations(pod);
  },
};

function* faultsOfFields(pod: PodSpec): Iterable<Fault> {
  for (const lax of laxProfileFields(pod, 'seccompProfile')) {
    const { owner, type } = lax;
    yield {
      at: type,
      message: `The ${describeOwner(owner)} has a seccomp profile ${describeLaxProfile(lax, 'allows every system call')}`,
      fixes: mayBeWindows(pod) ? [] : fixesOf(lax),
    };
  }
}

function fixesOf(lax: ProfileField): Fix[] {
  const localhostProfile = member(lax.profile, 'localhostProfile');
  const byDefault = runtimeDefault('RuntimeDefault', [
    set(pathOf(lax.type), 'RuntimeDefault'),
    ...removalOf(localhostProfile),
    ...withoutContradiction(lax.owner, 'seccompProfile', { type: 'RuntimeDefault' }),
  ]);
  if (meantProfileType(lax) !== 'Localhost') return [byDefault];
  return [{ title: 'Write the type Localhost', class: 'ask', edits: [set(pathOf(lax.type), 'Localhost')] }, byDefault];
}

/** The API server takes a localhostProfile beside the type Localhost alone. */
function removalOf(localhostProfile: Field): Edit[] {
  return localhostProfile.key === undefined ? [] : [remove(pathOf(localhostProfile))];
}

function* faultsOfAnnotations(pod: PodSpec): Iterable<Fault> {
  for (const { subject, value, profile } of seccompAnnotations(pod)) {
    if (profile === 'runtime/default' || profile === 'docker/default' || profile.startsWith('localhost/')) continue;
    yield {
      at: value,
      message: `The seccomp annotation for the ${subject} is "${profile}", which allows every system call`,
      fixes: [runtimeDefault('runtime/default', [set(pathOf(value), 'runtime/default')])],
    };
  }
}

function runtimeDefault(name: string, edits: readonly Edit[]): Fix {
  return {
    title: `Use the seccomp profile ${name} (what needs the system calls it denies stops working)`,
    class: 'harden',
    edits,
  };
}
