import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';

/**
 * Sources of volumes whose code Kubernetes has given up or will give up. The versions of those that are gone are those of
 * the API server's own warnings (kubernetes/kubernetes, `pkg/api/pod/warnings.go`); of gitRepo, from the enhancement 5040:
 * it is off by default since 1.33, and cannot be switched on since 1.36. Those that are redirected, and flexVolume, are
 * deprecated as kubernetes/website says: awsElasticBlockStore and azureDisk on its page of volumes (1.25), the others on
 * that of persistent volumes (1.28).
 */
export interface InTreeVolume {
  readonly name: string;
  readonly deprecated: MinorVersion;
  /** The version from which on such a volume is not mounted any more; undefined where a CSI driver does it. */
  readonly removed: MinorVersion | undefined;
  /** The CSI driver that takes its place, as messages name it; undefined for what holds no data of its own. */
  readonly driver: string | undefined;
}

export const inTreeVolumes: readonly InTreeVolume[] = [
  gone('gitRepo', 11, 36, undefined),
  gone('photonPersistentDisk', 11, 16, 'a CSI driver'),
  gone('scaleIO', 16, 22, 'the CSI driver of Dell PowerFlex'),
  gone('flocker', 22, 25, 'a CSI driver'),
  gone('quobyte', 22, 25, 'the CSI driver of Quobyte'),
  gone('storageos', 22, 25, 'a CSI driver'),
  gone('glusterfs', 25, 26, 'a CSI driver'),
  gone('cephfs', 28, 31, 'the driver cephfs.csi.ceph.com'),
  gone('rbd', 28, 31, 'the driver rbd.csi.ceph.com'),
  redirected('awsElasticBlockStore', 17, 'ebs.csi.aws.com'),
  redirected('azureDisk', 19, 'disk.csi.azure.com'),
  redirected('azureFile', 21, 'file.csi.azure.com'),
  redirected('cinder', 18, 'cinder.csi.openstack.org'),
  redirected('gcePersistentDisk', 17, 'pd.csi.storage.gke.io'),
  redirected('vsphereVolume', 19, 'csi.vsphere.vmware.com'),
  redirected('portworxVolume', 25, 'pxd.portworx.com'),
  { name: 'flexVolume', deprecated: 23, removed: undefined, driver: 'a CSI driver' },
];

function gone(name: string, deprecated: MinorVersion, removed: MinorVersion, driver: string | undefined): InTreeVolume {
  return { name, deprecated, removed, driver };
}

/** Everything is handed to the driver, which has to be installed. */
function redirected(name: string, deprecated: MinorVersion, driver: string): InTreeVolume {
  return { name, deprecated, removed: undefined, driver: `the driver ${driver}` };
}
