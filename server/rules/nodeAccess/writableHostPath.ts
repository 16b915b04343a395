import { type HostPathVolume, hostPathVolumes, isWithin } from '../../manifests/pods/hostPaths';
import { describeContainer } from '../../manifests/pods/podSpec';
import { member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import { hardeningGuidance } from '../links';
import type { Rule } from '../rule';
import { runtimeSocketAt } from './runtimeSockets';
import { writableMounts } from './volumeMounts';

export const writableHostPath: Rule = {
  id: 'writable-host-path',
  title: "Mount the node's files read-only",
  severity: 'warning',
  profile: 'recommended',
  standards: ['nsa:pod-security'],
  why: `What a pod writes on its node outlives the pod and is read by others: by programs of the node that run as root, by the next pod that
mounts the same directory. A link or a changed file there is a way out of the container, and a log that grows fills the disk of the
node until the kubelet evicts everybody.`,
  remedy: `Write \`readOnly: true\` on the mount. What has to be written belongs in an \`emptyDir\`, or in a PersistentVolumeClaim if it must
last.`,
  links: [
    { title: 'hostPath', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#hostpath' },
    { title: 'Read-only mounts', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts' },
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
        - name: fonts
          mountPath: /usr/share/fonts
  volumes:
    - name: fonts
      hostPath:
        path: /usr/share/fonts
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
        - name: fonts
          mountPath: /usr/share/fonts
          readOnly: true
  volumes:
    - name: fonts
      hostPath:
        path: /usr/share/fonts
`,
  looksAt: 'pod spec',
  needs: ['hostPath'],
  *check(pod) {
    for (const volume of hostPathVolumes(pod)) {
      if (volume.name === undefined || isNoFileToWrite(volume)) continue;
      for (const { container, field } of writableMounts(pod, volume.name)) {
        const readOnly = member(field, 'readOnly');
        yield {
          at: readOnly,
          about: volume.source,
          message: `The ${describeContainer(container)} can write to ${volume.path} of its node`,
          fixes: [
            {
              title: 'Mount it read-only (what writes there fails)',
              class: 'ask',
              edits: [set(pathOf(readOnly), true)],
            },
          ],
        };
      }
    }
  },
};

/** Devices and sockets work all the same when they are mounted read-only. */
function isNoFileToWrite({ path, type }: HostPathVolume): boolean {
  return (
    /^(?:Socket|CharDevice|BlockDevice)$/.test(type) || isWithin(path, '/dev') || runtimeSocketAt(path) !== undefined
  );
}
