import type { ApiTable } from './apiTable';

/**
 * The APIs of what runs, its networks and its budgets. Sources as in `clusterApis.ts`. A group that keeps the version
 * it was born with has 0, whatever release added it.
 */
export const workloadApis: ApiTable = {
  '': {
    Binding: { v1: [0] },
    ComponentStatus: { v1: [0, 19] },
    ConfigMap: { v1: [0] },
    Endpoints: { v1: [0, 33] },
    Event: { v1: [0] },
    LimitRange: { v1: [0] },
    Namespace: { v1: [0] },
    Node: { v1: [0] },
    PersistentVolume: { v1: [0] },
    PersistentVolumeClaim: { v1: [0] },
    Pod: { v1: [0] },
    PodTemplate: { v1: [0] },
    ReplicationController: { v1: [0] },
    ResourceQuota: { v1: [0] },
    Secret: { v1: [0] },
    Service: { v1: [0] },
    ServiceAccount: { v1: [0] },
  },
  apps: {
    ControllerRevision: { v1beta1: [7, 8, 16], v1beta2: [8, 9, 16], v1: [9] },
    DaemonSet: { v1beta2: [8, 9, 16], v1: [9] },
    Deployment: { v1beta1: [6, 8, 16], v1beta2: [8, 9, 16], v1: [9] },
    ReplicaSet: { v1beta2: [8, 9, 16], v1: [9] },
    StatefulSet: { v1beta1: [5, 8, 16], v1beta2: [8, 9, 16], v1: [9] },
  },
  autoscaling: {
    HorizontalPodAutoscaler: { v1: [2], v2beta1: [8, 22, 25], v2beta2: [12, 23, 26], v2: [23] },
    Scale: { v1: [2] },
  },
  batch: {
    CronJob: { v2alpha1: [5, 21, 21], v1beta1: [8, 21, 25], v1: [21] },
    Job: { v1: [2] },
  },
  'discovery.k8s.io': {
    EndpointSlice: { v1alpha1: [16, 17, 17], v1beta1: [16, 21, 25], v1: [21] },
  },
  'events.k8s.io': {
    Event: { v1beta1: [8, 22, 25], v1: [19] },
  },
  extensions: {
    DaemonSet: { v1beta1: [1, 8, 16] },
    Deployment: { v1beta1: [1, 8, 16] },
    Ingress: { v1beta1: [1, 14, 22] },
    NetworkPolicy: { v1beta1: [3, 9, 16] },
    PodSecurityPolicy: { v1beta1: [2, 11, 16] },
    ReplicaSet: { v1beta1: [2, 8, 16] },
  },
  'networking.k8s.io': {
    ClusterCIDR: { v1alpha1: [25, 29, 29] },
    Ingress: { v1beta1: [14, 19, 22], v1: [19] },
    IngressClass: { v1beta1: [18, 19, 22], v1: [19] },
    IPAddress: { v1alpha1: [27, 30, 31], v1beta1: [31, 34, 37], v1: [33] },
    NetworkPolicy: { v1: [7] },
    ServiceCIDR: { v1alpha1: [29, 30, 31], v1beta1: [31, 34, 37], v1: [33] },
  },
  policy: {
    Eviction: { v1beta1: [5, 22, 25], v1: [22] },
    PodDisruptionBudget: { v1beta1: [5, 21, 25], v1: [21] },
    PodSecurityPolicy: { v1beta1: [10, 21, 25] },
  },
  'scheduling.k8s.io': {
    CompositePodGroup: { v1alpha3: [37] },
    PodGroup: { v1alpha2: [36, 37, 37], v1alpha3: [37], v1beta1: [37] },
    PriorityClass: { v1alpha1: [8, 14, 23], v1beta1: [11, 14, 22], v1: [14] },
    Workload: { v1alpha1: [35, 36, 36], v1alpha2: [36, 37, 37], v1alpha3: [37], v1beta1: [37] },
  },
  'settings.k8s.io': {
    PodPreset: { v1alpha1: [6, 20, 20] },
  },
};
