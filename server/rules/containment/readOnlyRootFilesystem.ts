import { imageReferenceAt } from '../../manifests/images/imageReference';
import { knownWritablePaths } from '../../manifests/images/imageWritablePaths';
import { freeVolumeName, isMountedOver, isTaken } from '../../manifests/pods/containerMounts';
import { isPartialPod } from '../../manifests/pods/partial';
import { type Container, describeContainer } from '../../manifests/pods/podSpec';
import { mayBeWindows } from '../../manifests/pods/windowsPods';
import { any } from '../../manifests/truth';
import { booleanOf, type Field, items, mayHaveMore, member, pathOf } from '../../yaml/field/field';
import { blank, type Edit, set } from '../../yaml/write/edits';
import { hardeningGuidance } from '../links';
import type { Fix, Rule } from '../rule';

export const readOnlyRootFilesystem: Rule = {
  id: 'read-only-root-filesystem',
  title: 'Keep the root file system read-only',
  severity: 'information',
  profile: 'recommended',
  standards: ['nsa:pod-security'],
  why: `Whoever breaks into a service mostly begins by writing: a shell script, a miner, a changed library that the next request
loads. With a read-only root file system nothing of the image can be changed, and what the program itself writes has a place that
one can see in the manifest.`,
  remedy: `Set \`readOnlyRootFilesystem: true\` and mount an \`emptyDir\` wherever the program writes: \`/tmp\`, caches, sockets, process
number files. \`kubectl exec\` with \`touch\`, or \`docker diff\` after a test run, shows where that is. Data that must survive the pod
needs a PersistentVolumeClaim in any case.`,
  links: [
    {
      title: 'Configure a security context',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    },
    { title: 'emptyDir', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir' },
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
        allowPrivilegeEscalation: false
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
`,
  looksAt: 'container',
  *check(container) {
    if (container.list === 'ephemeralContainers' || mayBeWindows(container.pod)) return;
    const field = member(container.securityContext, 'readOnlyRootFilesystem');
    const isReadOnly = booleanOf(field);
    if (isReadOnly === true || field.state === 'unknown') return;
    if (isReadOnly === undefined && isPartialPod(container.pod)) return;
    yield {
      at: field,
      message: `The ${describeContainer(container)} can change the files of its image`,
      fixes: fixes(container, field),
    };
  },
};

function fixes(container: Container, field: Field): Fix[] {
  const readOnly = set(pathOf(field), true);
  const known = knownWritablePaths(imageReferenceAt(member(container.field, 'image'))?.repository ?? '');
  const paths = (known ?? ['/tmp']).filter((path) => isMountedOver(container, path) !== true);
  const alone: Fix = {
    title: 'Make the root file system read-only (what the program writes outside of volumes fails)',
    class: 'ask',
    edits: [readOnly],
  };
  const edits = emptyDirs(container, paths, known === undefined);
  if (!edits || paths.length === 0) return [alone];
  const withVolumes: Fix = {
    title: `Make the root file system read-only, with an emptyDir volume at ${paths.join(' and ')}`,
    class: 'ask',
    edits: [readOnly, ...edits],
  };
  return [withVolumes, alone];
}

/** A volume and a mount for each path; undefined where a template may hold some already. */
function emptyDirs(container: Container, paths: readonly string[], isGuess: boolean): Edit[] | undefined {
  const volumes = member(container.pod.spec, 'volumes');
  const mounts = member(container.field, 'volumeMounts');
  const mayBeThere = [volumes, mounts].some((list) => list.state !== 'absent' && mayHaveMore(list));
  const mayBeTaken = paths.some((path) => any([isMountedOver(container, path), isTaken(container, path)]) !== false);
  if (mayBeThere || mayBeTaken) return undefined;
  if (volumes.isShared || mounts.isShared) return undefined;
  const added = new Set<string>();
  return paths.flatMap((path, index) => {
    const name = freeVolumeName(container.pod, `${container.name ?? 'writable'}${path}`, added);
    added.add(name);
    return [
      set([...pathOf(mounts), items(mounts).length + index], { name, mountPath: isGuess ? blank(path) : path }),
      set([...pathOf(volumes), items(volumes).length + index], { name, emptyDir: {} }),
    ];
  });
}
