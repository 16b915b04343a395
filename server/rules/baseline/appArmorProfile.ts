import {
  appArmorAnnotations,
  describeLaxProfile,
  laxProfileFields,
  meantProfileType,
  type ProfileField,
} from '../../manifests/pods/confinementProfiles';
import { describeOwner } from '../../manifests/pods/podSpec';
import { type Field, pathOf } from '../../yaml/field/field';
import { remove, set } from '../../yaml/write/edits';
import { baselineStandard, hardeningGuidance } from '../links';
import type { Fix, Rule } from '../rule';

export const appArmorProfile: Rule = {
  id: 'apparmor-profile',
  title: 'Leave AppArmor on',
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:appArmorProfile'],
  why: `On nodes with AppArmor the container runtime confines every container with a profile that keeps it from mounting
file systems, writing to \`/proc\` and \`/sys\`, and tracing processes outside. \`Unconfined\` takes this wall away, which several
escapes from containers need.`,
  remedy: `Remove the profile, so that the runtime's default applies, or name one that is loaded on the nodes: \`type: Localhost\`
with \`localhostProfile\`. Before Kubernetes 1.30 the same is said with annotations.`,
  links: [
    {
      title: "Restrict a container's access to resources with AppArmor",
      url: 'https://kubernetes.io/docs/tutorials/security/apparmor/',
    },
    baselineStandard,
    hardeningGuidance,
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
        appArmorProfile:
          type: Unconfined
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['appArmorProfile', 'annotations'],
  *check(pod) {
    for (const lax of laxProfileFields(pod, 'appArmorProfile')) {
      const { owner, profile, type } = lax;
      const meant = meantProfileType(lax);
      yield {
        at: type,
        message: `The ${describeOwner(owner)} has an AppArmor profile ${describeLaxProfile(lax, 'confines nothing')}`,
        fixes: [...(meant === undefined ? [] : [spelling(lax, meant)]), removal('appArmorProfile', profile)],
      };
    }
    for (const { subject, value, profile } of appArmorAnnotations(pod)) {
      if (profile === '' || profile === 'runtime/default' || profile.startsWith('localhost/')) continue;
      yield {
        at: value,
        message: `The AppArmor annotation for the ${subject} is "${profile}", which confines nothing`,
        fixes: [removal('the AppArmor annotation', value)],
      };
    }
  },
};

function spelling(lax: ProfileField, type: string): Fix {
  return { title: `Write the type ${type}`, class: 'ask', edits: [set(pathOf(lax.type), type)] };
}

function removal(what: string, field: Field): Fix {
  return {
    title: `Remove ${what} (what the default profile of the node denies stops working)`,
    class: 'harden',
    edits: [remove(pathOf(field))],
  };
}
