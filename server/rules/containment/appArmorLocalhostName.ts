import type { Rule } from '../rule';
import { localhostProfileFaults } from './localhostProfile';

export const appArmorLocalhostName: Rule = {
  id: 'apparmor-localhost-name',
  title: 'Name AppArmor profiles of the node as they are loaded',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `A profile of the type \`Localhost\` is one that is loaded into the kernel of the node. Without a name, or with a name beside
another type, the API server refuses the pod; a name that no node has loaded keeps the container from starting.`,
  remedy: `Write the profile's own name as \`localhostProfile\`, the one in its first line and in \`aa-status\`, not the path of its file.
For the runtime's own profile write \`type: RuntimeDefault\` and no name.`,
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
  securityContext:
    appArmorProfile:
      type: RuntimeDefault
      localhostProfile: k8s-apparmor-web
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
      type: Localhost
      localhostProfile: k8s-apparmor-web
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['appArmorProfile'],
  check(pod) {
    return localhostProfileFaults(pod, {
      field: 'appArmorProfile',
      name: 'AppArmor',
      example: 'k8s-apparmor-web',
      complaint,
    });
  },
};

// kubernetes/pkg/apis/core/validation/validation.go, validateAppArmorProfileField: not padded, at most 4095 long.
function complaint(profile: string): string | undefined {
  if (profile.trim() !== profile) return 'with spaces around it, which the API server refuses';
  if (profile.length > 4095) return 'longer than the 4095 characters that the API server takes';
  return profile === '' ? 'an empty name' : undefined;
}
