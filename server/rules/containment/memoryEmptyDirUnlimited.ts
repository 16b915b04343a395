import { named } from '../../manifests/objects/kindAndName';
import { isMapping, items, member, pathOf, stringOf } from '../../yaml/field/field';
import { blank, set } from '../../yaml/write/edits';
import type { Rule } from '../rule';

export const memoryEmptyDirUnlimited: Rule = {
  id: 'memory-empty-dir-unlimited',
  title: 'Limit volumes in memory',
  severity: 'information',
  profile: 'all',
  standards: [],
  why: `What is written to an \`emptyDir\` with \`medium: Memory\` counts as memory of the container that wrote it. Without a limit the volume may grow
to the memory limit of the pod, or, where there is none, to all the memory that the node has for pods: a file that grows gets the container killed.`,
  remedy: `Set \`sizeLimit\` to what is needed, and count it in the memory limit of the containers that write there.`,
  links: [{ title: 'emptyDir', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#emptydir' }],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
  volumes:
    - name: cache
      emptyDir:
        medium: Memory
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
    - name: cache
      emptyDir:
        medium: Memory
        sizeLimit: 64Mi
`,
  looksAt: 'pod spec',
  needs: ['emptyDir'],
  *check(pod) {
    for (const volume of items(member(pod.spec, 'volumes'))) {
      const emptyDir = member(volume, 'emptyDir');
      if (!isMapping(emptyDir) || stringOf(member(emptyDir, 'medium')) !== 'Memory') continue;
      const limit = member(emptyDir, 'sizeLimit');
      if (limit.state !== 'absent') continue;
      const name = stringOf(member(volume, 'name'));
      yield {
        at: limit,
        message: `The ${named('volume', name)} may fill the memory of the pod`,
        fixes: [
          {
            title: 'Set a sizeLimit (writing beyond it fails)',
            class: 'ask',
            edits: [set(pathOf(limit), blank('64Mi'))],
          },
        ],
      };
    }
  },
};
