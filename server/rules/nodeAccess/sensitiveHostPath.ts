import { type SensitivePath, sensitivePaths } from '../../manifests/linux/sensitivePaths';
import { named } from '../../manifests/objects/kindAndName';
import { hostPathVolumes, isWithin } from '../../manifests/pods/hostPaths';
import { pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { hardeningGuidance } from '../links';
import type { Fix, Rule } from '../rule';
import { runtimeSocketAt } from './runtimeSockets';
import { type VolumeMount, writableMounts } from './volumeMounts';

export const sensitiveHostPath: Rule = {
  id: 'sensitive-host-path',
  title: "Keep the node's sensitive directories out of pods",
  severity: 'warning',
  profile: 'recommended',
  standards: ['pss:baseline:hostPathVolumes', 'pss:restricted:restrictedVolumes', 'nsa:pod-security'],
  why: `Some directories of the node hand out the node itself, or the cluster: \`/etc/kubernetes\` on a control plane holds the administrator's
credentials, \`/var/lib/kubelet\` the secrets of every pod, \`/proc\` and \`/sys\` the kernel. Reading is enough for most of them; whoever can write to
\`/etc\` or \`/usr\` has a root shell as soon as the next timer fires.`,
  remedy: `Mount the one file or subdirectory that is needed, read-only; programs and libraries of the node do no harm if they can only be read. Node agents such as log collectors and metric exporters that have to see
more belong in a namespace of their own, to which nobody else may deploy.`,
  links: [
    { title: 'hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    { title: 'MITRE ATT&CK: Escape to Host', url: 'https://attack.mitre.org/techniques/T1611/' },
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
      volumeMounts:
        - name: node
          mountPath: /node
          readOnly: true
  volumes:
    - name: node
      hostPath:
        path: /etc
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
        - name: node
          mountPath: /node
          readOnly: true
  volumes:
    - name: node
      hostPath:
        path: /etc/localtime
`,
  looksAt: 'pod spec',
  needs: ['hostPath'],
  *check(pod) {
    for (const { name, source, at, path } of hostPathVolumes(pod)) {
      const sensitive = sensitivePathOf(path);
      if (!sensitive || runtimeSocketAt(path)) continue;
      const writable = name === undefined ? [] : writableMounts(pod, name);
      if (sensitive.isPublic && writable.length === 0) continue;
      yield {
        at,
        about: source,
        // Read-only, such a place is still a part of the node.
        insteadOf: sensitive.isPublic ? ['writable-host-path'] : ['host-path-volume', 'writable-host-path'],
        message: `The ${named('volume', name)} opens ${path} of the node, which holds ${sensitive.holds}${writable.length > 0 ? ', and lets it be changed' : ''}`,
        fixes: sensitive.isPublic ? [readOnlyMounts(writable)] : [],
      };
    }
  },
};

/** The narrowest place that a path belongs to. */
function sensitivePathOf(path: string): SensitivePath | undefined {
  return sensitivePaths.findLast((known) => (known.isTree ? isWithin(path, known.path) : path === known.path));
}

function readOnlyMounts(mounts: readonly VolumeMount[]): Fix {
  return {
    title: 'Mount it read-only (what writes there fails)',
    class: 'ask',
    edits: mounts.map(({ field }) => set([...pathOf(field), 'readOnly'], true)),
  };
}
