/*
 * What a volume may be made of: the keys of a pod's `volumes` beside `name`.
 * Source: Kubernetes API reference, Volume; k8s.io/pod-security-admission, policy/check_restrictedVolumes.go, which takes
 * `image` since Kubernetes 1.33 for policies of every version (kubernetes/kubernetes#130394).
 */

/** The sources that belong to the pod or are asked for through the storage API: those of the restricted level. */
export const podVolumeSources = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
] as const;

/** The sources that name a part of the node, or a storage system directly, removed ones included. */
export const nodeAndStorageVolumeSources = [
  'awsElasticBlockStore',
  'azureDisk',
  'azureFile',
  'cephfs',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'hostPath',
  'iscsi',
  'nfs',
  'photonPersistentDisk',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
] as const;
