import { versionName } from '../../manifests/versions/kubernetesVersion';
import type { Rule } from '../rule';
import { inTreeSources, kindsWithVolumes } from './volumeSources';

export const volumeSourceRemoved: Rule = {
  id: 'volume-source-removed',
  title: 'Replace volumes that Kubernetes can no longer mount',
  severity: 'error',
  profile: 'recommended',
  marks: 'deprecated',
  standards: [],
  why: `The API server still takes such a volume, but no kubelet of this version can mount it: the pod stays in
ContainerCreating, after an upgrade all at once and without a word in the rollout.`,
  remedy: `Move the data to a volume of a CSI driver, through a PersistentVolumeClaim, before the cluster is upgraded to the
version that removed the source. A \`gitRepo\` volume becomes an init container that clones into an emptyDir.`,
  links: [
    { title: 'Volumes: types', url: 'https://kubernetes.io/docs/concepts/storage/volumes/#volume-types' },
    {
      title: 'Persistent volumes: types',
      url: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes',
    },
  ],
  bad: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      cephfs:
        monitors:
          - 10.16.154.78:6789
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  good: `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  volumes:
    - name: data
      persistentVolumeClaim:
        claimName: data
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
`,
  looksAt: 'object',
  kinds: kindsWithVolumes,
  *check(object, { kubernetesVersion }) {
    for (const { field, volume, instead } of inTreeSources(object)) {
      if (volume.removed === undefined || volume.removed > kubernetesVersion) continue;
      yield {
        at: field,
        message: `Volumes of the type ${volume.name} can't be mounted since Kubernetes ${versionName(volume.removed)}; use ${instead}`,
      };
    }
  },
};
