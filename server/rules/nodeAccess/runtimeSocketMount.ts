import { named } from '../../manifests/objects/kindAndName';
import { hostPathVolumes } from '../../manifests/pods/hostPaths';
import { hardeningGuidance } from '../links';
import type { Rule } from '../rule';
import { runtimeSocketAt } from './runtimeSockets';

export const runtimeSocketMount: Rule = {
  id: 'runtime-socket-mount',
  title: "Keep the container runtime's socket out of pods",
  severity: 'error',
  profile: 'recommended',
  standards: ['pss:baseline:hostPathVolumes', 'pss:restricted:restrictedVolumes', 'nsa:pod-security'],
  why: `Whoever may write to the socket of Docker, containerd or CRI-O starts a privileged container with the node's disk in it, and is
root on the node a second later; mounted read-only it serves as well, since a socket is not written to as a file is. It also shows the
environment, with its secrets, of every container of the node.`,
  remedy: `Build images without the runtime: with BuildKit rootless, Buildah or the registry's own builder. Collect metrics and logs from the
kubelet's API and \`/var/log/pods\`. Docker's socket is of no use on nodes of Kubernetes 1.24 and newer in any case, since the kubelet no
longer runs containers with it.`,
  links: [
    { title: 'hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    {
      title: 'OWASP: Docker security, do not expose the Docker daemon socket',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
    },
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
  volumes:
    - name: runtime
      hostPath:
        path: /var/run/docker.sock
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
  volumes:
    - name: runtime
      emptyDir: {}
`,
  looksAt: 'pod spec',
  needs: ['hostPath'],
  *check(pod) {
    for (const { name, source, at, path } of hostPathVolumes(pod)) {
      const runtime = runtimeSocketAt(path);
      if (!runtime) continue;
      yield {
        at,
        about: source,
        insteadOf: ['host-path-volume'],
        message: `The ${named('volume', name)} hands the node to the pod: through it, it commands ${runtime}`,
      };
    }
  },
};
