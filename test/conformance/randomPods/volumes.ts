import { choosing, type Making } from './choosing';
import type { Value } from './random';

const sources: readonly [{ readonly [key: string]: Value }, ...{ readonly [key: string]: Value }[]] = [
  { configMap: { name: 'a' } },
  { csi: { driver: 'a.example.com' } },
  { downwardAPI: { items: [] } },
  { emptyDir: {} },
  { emptyDir: { medium: 'Memory' } },
  {
    ephemeral: {
      volumeClaimTemplate: {
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
      },
    },
  },
  { image: { reference: 'registry.example.com/data:1' } },
  { persistentVolumeClaim: { claimName: 'a' } },
  { projected: { sources: [{ configMap: { name: 'a' } }] } },
  { secret: { secretName: 'a' } },
  { awsElasticBlockStore: { volumeID: 'a' } },
  { azureDisk: { diskName: 'a', diskURI: 'https://blob.example.com/a' } },
  { azureFile: { secretName: 'a', shareName: 'a' } },
  { cephfs: { monitors: ['a'] } },
  { cinder: { volumeID: 'a' } },
  { fc: { targetWWNs: ['a'], lun: 1 } },
  { flexVolume: { driver: 'example.com/a' } },
  { flocker: { datasetName: 'a' } },
  { gcePersistentDisk: { pdName: 'a' } },
  { gitRepo: { repository: 'https://git.example.com/a' } },
  { glusterfs: { endpoints: 'a', path: 'a' } },
  { hostPath: { path: '/var/cache/web' } },
  { hostPath: { path: '/', type: 'Directory' } },
  { hostPath: {} },
  { iscsi: { targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-04.com.example:storage.a', lun: 0 } },
  { nfs: { server: 'files.example.com', path: '/' } },
  { photonPersistentDisk: { pdID: 'a' } },
  { portworxVolume: { volumeID: 'a' } },
  { quobyte: { registry: 'a:1', volume: 'a' } },
  { rbd: { monitors: ['a'], image: 'a' } },
  { scaleIO: { gateway: 'https://a', system: 'a', volumeName: 'a', secretRef: { name: 'a' } } },
  { storageos: { volumeName: 'a' } },
  { vsphereVolume: { volumePath: 'a' } },
  { emptyDir: null, hostPath: { path: '/' } },
  { hostPath: null, emptyDir: {} },
  { hostPath: null },
  { secret: null },
  {},
];

/** The volumes of a pod: mostly none, else of any kind. */
export function randomVolumes(making: Making): Value | undefined {
  const { random } = making;
  const { sometimes } = choosing(making);
  if (random.chance(0.6)) return sometimes([null, []]);
  return Array.from({ length: 1 + random.below(2) }, (_, index) => {
    const source = random.chance(making.rate) ? random.pick(sources) : sources[random.below(10)];
    return { name: `v${index}`, ...source };
  });
}
