/**
 * Registries, or paths on them, whose images have gone or will go. Read in November 2026; each has its source.
 */
export interface ClosedRegistry {
  /** As in a full reference: `docker.io/bitnami`. */
  readonly path: string;
  /** Ends a sentence that names the registry: "has been frozen since …". */
  readonly state: string;
  /** Where the same path is served now; undefined where it depends on the image. */
  readonly replacement: string | undefined;
  /** True if the replacement serves the very same images. */
  readonly isSame: boolean;
  /** True if it still serves images, up to a day that was announced. */
  readonly isStillOpen: boolean;
  /** Names right below the path that stay where they are. */
  readonly remaining: readonly string[];
  /** True if only images with a version are gone. */
  readonly keepsLatest: boolean;
  readonly source: string;
}

const closed = { isSame: false, isStillOpen: false, remaining: [], keepsLatest: false } as const;

export const closedRegistries: readonly ClosedRegistry[] = [
  {
    ...closed,
    path: 'k8s.gcr.io',
    state: 'has been frozen since April 2023 and redirects to registry.k8s.io for as long as that lasts',
    replacement: 'registry.k8s.io',
    isSame: true,
    source: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  },
  {
    ...closed,
    path: 'gcr.io/google_containers',
    state: 'has received no images of Kubernetes since they moved to registry.k8s.io',
    replacement: 'registry.k8s.io',
    source: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  },
  {
    ...closed,
    path: 'gcr.io/google-containers',
    state: 'has received no images of Kubernetes since they moved to registry.k8s.io',
    replacement: 'registry.k8s.io',
    source: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  },
  {
    ...closed,
    path: 'gcr.io/kubebuilder',
    state: 'has been gone since March 2025',
    replacement: 'registry.k8s.io/kubebuilder',
    source:
      'https://github.com/kubernetes-sigs/kubebuilder/discussions/3907 and https://github.com/kubernetes/k8s.io/pull/6690',
  },
  {
    ...closed,
    path: 'docker.io/bitnami',
    state: 'has had no versions since September 2025: they moved to docker.io/bitnamilegacy, where nobody mends them',
    replacement: 'docker.io/bitnamilegacy',
    remaining: ['minideb', 'sealed-secrets-controller', 'sealed-secrets-kubeseal'],
    keepsLatest: true,
    source: 'https://github.com/bitnami/containers/issues/83267',
  },
  {
    ...closed,
    path: 'registry.centos.org',
    state: 'has been gone since May 2023',
    replacement: undefined,
    source: 'https://lists.centos.org/pipermail/centos-devel/2023-May/142956.html',
  },
  {
    ...closed,
    path: 'registry.opensource.zalan.do',
    state: 'is being given up for ghcr.io',
    replacement: undefined,
    isStillOpen: true,
    source: 'https://github.com/zalando/postgres-operator/pull/3092',
  },
  {
    ...closed,
    path: 'gcr.io/istio-release',
    state: 'closes in December 2026',
    replacement: 'docker.io/istio',
    isStillOpen: true,
    source: 'https://istio.io/latest/blog/2026/retirement-of-gcp/',
  },
  {
    ...closed,
    path: 'registry.istio.io/release',
    state: 'closes in December 2026',
    replacement: 'docker.io/istio',
    isStillOpen: true,
    source: 'https://istio.io/latest/blog/2026/retirement-of-gcp/',
  },
];
