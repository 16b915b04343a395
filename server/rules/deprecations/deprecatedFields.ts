import type { MinorVersion } from '../../manifests/versions/kubernetesVersion';

/** A field or an annotation that will go, or has gone while the object is still accepted. */
export interface DeprecatedField {
  /** `group/Kind`. */
  readonly kind: string;
  readonly path: readonly string[];
  readonly deprecated: MinorVersion;
  /**
   * The version that does nothing with it any more, whatever its feature gates, announced or come to pass; undefined if
   * none is known.
   */
  readonly removed: MinorVersion | undefined;
  /** What to use. */
  readonly instead: string;
  readonly source: string;
}

/**
 * Read in November 2026. The versions of the annotations of volumes are those of the API server's own warnings:
 * kubernetes/kubernetes, `pkg/api/persistentvolume`.
 */
export const deprecatedFields: readonly DeprecatedField[] = [
  {
    kind: '/Service',
    path: ['spec', 'topologyKeys'],
    deprecated: 21,
    removed: 22,
    instead: 'trafficDistribution',
    source:
      'https://github.com/kubernetes/kubernetes/pull/96736 and https://github.com/kubernetes/kubernetes/pull/102412',
  },
  {
    kind: '/Service',
    path: ['metadata', 'annotations', 'service.alpha.kubernetes.io/tolerate-unready-endpoints'],
    deprecated: 11,
    removed: 24,
    instead: 'publishNotReadyAddresses',
    source: 'https://github.com/kubernetes/kubernetes/pull/108020',
  },
  {
    kind: 'networking.k8s.io/Ingress',
    path: ['metadata', 'annotations', 'kubernetes.io/ingress.class'],
    deprecated: 18,
    removed: undefined,
    instead: 'ingressClassName',
    source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#deprecated-annotation',
  },
  {
    kind: '/PersistentVolumeClaim',
    path: ['metadata', 'annotations', 'volume.beta.kubernetes.io/storage-class'],
    deprecated: 8,
    removed: undefined,
    instead: 'storageClassName',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1',
  },
  {
    kind: '/PersistentVolume',
    path: ['metadata', 'annotations', 'volume.beta.kubernetes.io/storage-class'],
    deprecated: 8,
    removed: undefined,
    instead: 'storageClassName',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class',
  },
  {
    kind: '/PersistentVolume',
    path: ['metadata', 'annotations', 'volume.beta.kubernetes.io/mount-options'],
    deprecated: 31,
    removed: undefined,
    instead: 'mountOptions',
    source: 'https://kubernetes.io/docs/concepts/storage/persistent-volumes/#mount-options',
  },
];

/** Labels of nodes that the kubelet still sets beside the ones that replaced them. */
export const replacedNodeLabels: ReadonlyMap<string, { readonly deprecated: MinorVersion; readonly instead: string }> =
  new Map([
    // kubernetes/kubernetes, pkg/api/node/util.go: what the API server warns of.
    ['beta.kubernetes.io/arch', { deprecated: 14, instead: 'kubernetes.io/arch' }],
    ['beta.kubernetes.io/os', { deprecated: 14, instead: 'kubernetes.io/os' }],
    ['beta.kubernetes.io/instance-type', { deprecated: 17, instead: 'node.kubernetes.io/instance-type' }],
    ['failure-domain.beta.kubernetes.io/region', { deprecated: 17, instead: 'topology.kubernetes.io/region' }],
    ['failure-domain.beta.kubernetes.io/zone', { deprecated: 17, instead: 'topology.kubernetes.io/zone' }],
  ]);
