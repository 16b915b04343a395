import { named } from '../../manifests/objects/kindAndName';
import { isMapping, items, member, stringOf } from '../../yaml/field/field';
import { baselineStandard, cisBenchmark, hardeningGuidance } from '../links';
import type { Rule } from '../rule';

export const hostPathVolume: Rule = {
  id: 'host-path-volume',
  title: "Keep the node's files out of pods",
  severity: 'error',
  profile: 'baseline',
  standards: ['pss:baseline:hostPathVolumes', 'pss:restricted:restrictedVolumes'],
  why: `A \`hostPath\` volume opens a directory of the node to the pod. Through the runtime's socket, \`/etc\`, \`/var/lib/kubelet\` or
\`/\` it reads the secrets of other pods and takes over the node; a log directory is enough to do so with a symbolic link. What
is written there stays on one node, counts against nobody's quota, and is gone when the pod moves.`,
  remedy: `Use a volume that belongs to the pod: \`emptyDir\` for scratch space, a PersistentVolumeClaim for data, \`configMap\` and
\`projected\` for configuration, a CSI driver or a device plugin for devices. Node agents that need the node's files belong in a
namespace of their own, with the narrowest path, mounted read-only. Where
\`runtime-socket-mount\` or \`sensitive-host-path\` says more of a volume, it speaks in place of this rule.`,
  links: [
    { title: 'hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    baselineStandard,
    hardeningGuidance,
    cisBenchmark('5.2.12'),
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      volumeMounts:
        - name: cache
          mountPath: /var/cache/web
  volumes:
    - name: cache
      hostPath:
        path: /var/cache/web
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      volumeMounts:
        - name: cache
          mountPath: /var/cache/web
  volumes:
    - name: cache
      emptyDir: {}
`,
  looksAt: 'pod spec',
  needs: ['hostPath'],
  *check(pod) {
    for (const volume of items(member(pod.spec, 'volumes'))) {
      const hostPath = member(volume, 'hostPath');
      if (!isMapping(hostPath)) continue;
      const name = stringOf(member(volume, 'name'));
      const path = stringOf(member(hostPath, 'path'));
      yield {
        at: hostPath,
        about: hostPath,
        message: `The ${named('volume', name)} opens ${path ?? 'a path'} of the node to the pod`,
      };
    }
  },
};
