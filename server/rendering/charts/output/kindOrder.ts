import { compareBytes } from '../go/bytes';

/** The order in which helm installs kinds (helm.sh/helm/v4 4.1.4, pkg/release/v1/util/kind_sorter.go, InstallOrder). */
const installOrder = [
  'PriorityClass',
  'Namespace',
  'NetworkPolicy',
  'ResourceQuota',
  'LimitRange',
  'PodSecurityPolicy',
  'PodDisruptionBudget',
  'ServiceAccount',
  'Secret',
  'SecretList',
  'ConfigMap',
  'StorageClass',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'CustomResourceDefinition',
  'ClusterRole',
  'ClusterRoleList',
  'ClusterRoleBinding',
  'ClusterRoleBindingList',
  'Role',
  'RoleList',
  'RoleBinding',
  'RoleBindingList',
  'Service',
  'DaemonSet',
  'Pod',
  'ReplicationController',
  'ReplicaSet',
  'Deployment',
  'HorizontalPodAutoscaler',
  'StatefulSet',
  'Job',
  'CronJob',
  'IngressClass',
  'Ingress',
  'APIService',
  'MutatingWebhookConfiguration',
  'ValidatingWebhookConfiguration',
];
const places = new Map(installOrder.map((kind, index) => [kind, index]));

/** Which of two kinds is printed first; kinds that helm doesn't know come last, by name. */
export function compareKinds(one: string, other: string): number {
  const [first, second] = [places.get(one), places.get(other)];
  if (first === undefined && second === undefined) return compareBytes(one, other);
  if (first === undefined) return 1;
  return second === undefined ? -1 : first - second;
}
