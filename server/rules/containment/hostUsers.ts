import { hasBlockDevices } from '../../manifests/pods/containerMounts';
import { isPartialPod } from '../../manifests/pods/partial';
import { mayHaveUserNamespace } from '../../manifests/pods/securityContext';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { booleanOf, member, pathOf } from '../../yaml/field/field';
import { set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const hostUsers: Rule = {
  id: 'host-users',
  title: 'Give the pod users of its own',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `Without a user namespace root of a container is root of the node, kept apart by filters alone. With \`hostUsers: false\` every user of
the pod is somebody without rights on the node: of the escapes of the last years most lead nowhere then.`,
  remedy: `Write \`hostUsers: false\`. The nodes need Linux 6.3 or newer and a runtime that knows user namespaces (containerd 2.0, CRI-O 1.25);
volumes must lie on file systems with mapped mounts, which NFS is not. It can't go together with the node's network, processes or IPC,
nor with block devices (\`volumeDevices\`).`,
  links: [
    { title: 'User namespaces', url: 'https://kubernetes.io/docs/concepts/workloads/pods/user-namespaces/' },
    {
      title: 'Use a user namespace with a Pod',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/user-namespaces/',
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
  hostUsers: false
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'pod spec',
  *check(pod, { kubernetesVersion }) {
    // On by default since 1.33 (KEP-127).
    if (kubernetesVersion < 33 || mayHaveUserNamespace(pod) || mayBeWindows(pod) || isPartialPod(pod)) return;
    const sharesNode = ['hostNetwork', 'hostPID', 'hostIPC'].some((name) => {
      const field = member(pod.spec, name);
      return field.state === 'unknown' || booleanOf(field) === true;
    });
    // The API server refuses it beside either.
    if (sharesNode || pod.containers.some((container) => hasBlockDevices(container) !== false)) return;
    const field = member(pod.spec, 'hostUsers');
    yield {
      at: field,
      message: 'The users of the pod are those of its node',
      fixes: [
        {
          title: 'Set hostUsers to false (nodes and volumes have to support user namespaces)',
          class: 'ask',
          edits: [set(pathOf(field), false)],
        },
      ],
    };
  },
};
