import { servedKinds } from '../versions/apiVersions/servedApi';
import type { MinorVersion } from '../versions/kubernetesVersion';

/** A resource as the rules of a role name it. */
export interface RoleResource {
  /** Empty for the core group. */
  readonly group: string;
  /** The plural of a kind, with a subresource behind a slash. */
  readonly name: string;
  readonly kind: string;
  /** False for what belongs to no namespace, so that only ClusterRoles can grant it. */
  readonly isNamespaced: boolean;
}

/*
 * Source of the three tables: the paths of the API server (Kubernetes 1.34, as @kubernetes/client-node 1.4.0 has them),
 * and "Kubelet authentication/authorization" for the subresources of nodes.
 */

/** The kinds that belong to no namespace, by group. */
const clusterKinds: Readonly<Record<string, readonly string[]>> = {
  '': ['ComponentStatus', 'Namespace', 'Node', 'PersistentVolume'],
  'certificates.k8s.io': ['CertificateSigningRequest', 'ClusterTrustBundle'],
  'networking.k8s.io': ['ClusterCIDR', 'IngressClass', 'IPAddress', 'ServiceCIDR'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding'],
  'resource.k8s.io': ['DeviceClass', 'DeviceTaintRule', 'ResourcePoolStatusRequest', 'ResourceSlice'],
  'scheduling.k8s.io': ['PriorityClass'],
  'storage.k8s.io': ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
};

/** Groups all of whose kinds belong to no namespace. */
const clusterGroups: ReadonlySet<string> = new Set([
  'admissionregistration.k8s.io',
  'apiextensions.k8s.io',
  'apiregistration.k8s.io',
  'authentication.k8s.io',
  'flowcontrol.apiserver.k8s.io',
  'internal.apiserver.k8s.io',
  'node.k8s.io',
  'storagemigration.k8s.io',
]);

/** The subresources of kinds that have more than a status, by group. */
const subresources: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '': {
    Namespace: ['finalize', 'status'],
    Node: ['configz', 'healthz', 'log', 'metrics', 'pods', 'proxy', 'stats', 'status'],
    Pod: [
      'attach',
      'binding',
      'ephemeralcontainers',
      'eviction',
      'exec',
      'log',
      'portforward',
      'proxy',
      'resize',
      'status',
    ],
    ReplicationController: ['scale', 'status'],
    Service: ['proxy', 'status'],
    ServiceAccount: ['token'],
  },
  apps: {
    DaemonSet: ['status'],
    Deployment: ['scale', 'status'],
    ReplicaSet: ['scale', 'status'],
    StatefulSet: ['scale', 'status'],
  },
  autoscaling: { HorizontalPodAutoscaler: ['status'] },
  batch: { CronJob: ['status'], Job: ['status'] },
  'certificates.k8s.io': { CertificateSigningRequest: ['approval', 'status'] },
  'networking.k8s.io': { Ingress: ['status'] },
  policy: { PodDisruptionBudget: ['status'] },
};

/** What subresources are for, by their names. Source: Kubernetes API reference 1.37 and "RBAC good practices". */
export const subresourceMeanings: Readonly<Record<string, string>> = {
  approval: 'Approves requests for certificates.',
  attach: 'Joins input and output of a running process.',
  binding: 'Puts a pod on a node.',
  configz: 'Reads the configuration of the kubelet.',
  ephemeralcontainers: 'Adds debug containers to running pods.',
  eviction: 'Asks to end a pod, as far as disruption budgets allow.',
  exec: 'Runs commands in containers.',
  finalize: 'Removes the finalizers of a namespace.',
  healthz: 'Asks the kubelet whether it is well.',
  log: 'Reads logs.',
  metrics: 'Reads the metrics of the kubelet.',
  pods: 'Reads the pods of the kubelet.',
  portforward: 'Connects to ports of a pod.',
  proxy: 'Sends requests through the API server, past what else may guard the way.',
  resize: 'Changes requests and limits of running pods.',
  scale: 'Changes the number of replicas.',
  stats: 'Reads what the containers of a node use.',
  status: 'What controllers write back; others seldom need it.',
  token: 'Makes tokens of ServiceAccounts.',
};

/** Kinds of requests that are no resources of their own. */
const noResources: ReadonlySet<string> = new Set([
  'ConversionReview',
  'DeleteOptions',
  'Eviction',
  'Scale',
  'TokenRequest',
]);

const clusterReviews = /^(?:Self)?Subject\w*Review$/;

/** The resources of a built-in group at a release, each with its subresources; none for other groups. */
export function resourcesOfGroup(group: string, release: MinorVersion): RoleResource[] {
  return servedKinds(group, release)
    .filter((kind) => !noResources.has(kind) || group === 'lifecycle.k8s.io')
    .flatMap((kind) => {
      const isNamespaced = !(
        clusterGroups.has(group) ||
        clusterKinds[group]?.includes(kind) ||
        clusterReviews.test(kind)
      );
      const plural = pluralOf(kind);
      const below = subresources[group]?.[kind] ?? [];
      return [plural, ...below.map((name) => `${plural}/${name}`)].map((name) => ({ group, name, kind, isNamespaced }));
    });
}

/** `networkpolicies` of `NetworkPolicy`. */
function pluralOf(kind: string): string {
  const name = kind.toLowerCase();
  if (/[su]s$/.test(name)) return `${name}es`;
  if (name.endsWith('s')) return name;
  return name.endsWith('y') ? `${name.slice(0, -1)}ies` : `${name}s`;
}
