import { named } from '../../manifests/objects/kindAndName';
import { nodeAndStorageVolumeSources, podVolumeSources } from '../../manifests/pods/volumeSources';
import { type Field, isMapping, items, member, stringOf } from '../../yaml/field/field';
import { restrictedStandard } from '../links';
import { restrictedRule } from './restrictedRule';

// Before anything else a hostPath volume violates the baseline level, which has a rule of its own for it.
const storageSources = nodeAndStorageVolumeSources.filter((source) => source !== 'hostPath');

export const restrictedVolumeType = restrictedRule({
  id: 'restricted-volume-type',
  title: 'Use only volumes that belong to the pod or come from a claim',
  standards: ['pss:restricted:restrictedVolumes'],
  why: `A volume that names a storage system directly is mounted by the node with the node's rights: whoever may create pods
chooses the server, the export and the disk, other people's among them, and a hostile server answers to code in the node's
kernel. With a PersistentVolumeClaim the cluster's administrator decides which storage there is.`,
  remedy: `Let an administrator describe the storage as a PersistentVolume or StorageClass, and ask for it with a
\`persistentVolumeClaim\`, or with an \`ephemeral\` volume that lives as long as the pod. A \`gitRepo\` becomes an \`emptyDir\` that an
init container clones into. Most of the direct types are gone from current versions of Kubernetes in any case.`,
  links: [
    {
      title: 'Persistent volumes',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/',
    },
    restrictedStandard,
    { title: 'Volumes', url: 'https://kubernetes.io/docs/concepts/storage/volumes/' },
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
        - name: uploads
          mountPath: /srv/uploads
  volumes:
    - name: uploads
      nfs:
        server: files.example.com
        path: /uploads
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
        - name: uploads
          mountPath: /srv/uploads
  volumes:
    - name: uploads
      persistentVolumeClaim:
        claimName: uploads
`,
  looksAt: 'pod spec',
  needs: ['volumes'],
  *check(pod) {
    for (const volume of items(member(pod.spec, 'volumes'))) {
      // Of several sources Pod Security admission is content with one that it knows.
      if (podVolumeSources.some((source) => isMapping(member(volume, source)))) continue;
      const source = sourceOf(volume);
      if (!source) continue;
      const name = stringOf(member(volume, 'name'));
      yield {
        at: source.field,
        message: `The ${named('volume', name)} names its storage directly (${source.name}) instead of claiming it`,
      };
    }
  },
});

function sourceOf(volume: Field): { readonly name: string; readonly field: Field } | undefined {
  return storageSources.map((name) => ({ name, field: member(volume, name) })).find(({ field }) => isMapping(field));
}
