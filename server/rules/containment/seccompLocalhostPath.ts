import type { Rule } from '../rule';
import { localhostProfileFaults } from './localhostProfile';

export const seccompLocalhostPath: Rule = {
  id: 'seccomp-localhost-path',
  title: 'Name seccomp profiles of the node by a path below its seccomp directory',
  severity: 'error',
  profile: 'recommended',
  standards: [],
  why: `A profile of the type \`Localhost\` is a file below the kubelet's seccomp directory. Without a name, with an absolute path or
one that climbs out of that directory, or with a name beside another type, the API server refuses the pod; a name that the node
doesn't have keeps the container from starting.`,
  remedy: `Write \`localhostProfile\` as the path from \`/var/lib/kubelet/seccomp\`, for example \`profiles/web.json\`, and see to it that
every node has the file. For the runtime's own profile write \`type: RuntimeDefault\` and no name.`,
  links: [
    {
      title: "Restrict a container's syscalls with seccomp",
      url: 'https://kubernetes.io/docs/tutorials/security/seccomp/',
    },
    { title: 'Seccomp and Kubernetes', url: 'https://kubernetes.io/docs/reference/node/seccomp/' },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: Localhost
      localhostProfile: /var/lib/kubelet/seccomp/profiles/web.json
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
      type: Localhost
      localhostProfile: profiles/web.json
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  needs: ['seccompProfile'],
  check(pod) {
    return localhostProfileFaults(pod, {
      field: 'seccompProfile',
      name: 'seccomp',
      example: 'profiles/web.json',
      complaint,
    });
  },
};

// kubernetes/pkg/apis/core/validation/validation.go, validateSeccompProfileField: a local, descending path.
function complaint(profile: string): string | undefined {
  if (profile.startsWith('/')) return 'an absolute path where one below the seccomp directory is asked for';
  return profile.split('/').includes('..') ? 'a path that leads out of the seccomp directory' : undefined;
}
