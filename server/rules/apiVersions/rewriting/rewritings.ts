import type { KubernetesObject } from '../../../manifests/objects/objects';
import type { ServedApi } from '../../../manifests/versions/apiVersions/servedApi';
import { accessReview } from './accessReview';
import { autoscaler } from './autoscaler';
import { certificateSigningRequest } from './certificateSigningRequest';
import { disruptionBudget } from './disruptionBudget';
import { endpointSlice } from './endpointSlice';
import { ingress } from './ingress';
import { priorityLevel } from './priorityLevel';
import type { Rewrite, Rewriting } from './rewriting';
import { sameSchema } from './rewriting';
import { runtimeClass } from './runtimeClass';
import { webhookConfiguration } from './webhookConfiguration';
import { workload } from './workload';

/**
 * Kinds whose later versions have the same schema and the same defaults, from the version named on (Deprecated API
 * Migration Guide: "No notable changes"; `types.go` of `k8s.io/api` for the versions that are newer than its last entry).
 */
const sameSchemaFrom: Readonly<Record<string, readonly string[]>> = {
  'admissionregistration.k8s.io/v1alpha1': ['MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
  'admissionregistration.k8s.io/v1beta1': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
  ],
  'apiregistration.k8s.io/v1beta1': ['APIService'],
  'authentication.k8s.io/v1alpha1': ['SelfSubjectReview'],
  'authentication.k8s.io/v1beta1': ['SelfSubjectReview', 'TokenReview'],
  'authorization.k8s.io/v1beta1': ['SelfSubjectAccessReview', 'SelfSubjectRulesReview'],
  'autoscaling/v2beta2': ['HorizontalPodAutoscaler'],
  'batch/v1beta1': ['CronJob'],
  'batch/v2alpha1': ['CronJob'],
  'certificates.k8s.io/v1alpha1': ['ClusterTrustBundle'],
  'certificates.k8s.io/v1beta1': ['ClusterTrustBundle'],
  'coordination.k8s.io/v1alpha2': ['LeaseCandidate'],
  'coordination.k8s.io/v1beta1': ['Lease', 'LeaseCandidate'],
  'extensions/v1beta1': ['NetworkPolicy'],
  'flowcontrol.apiserver.k8s.io/v1alpha1': ['FlowSchema'],
  'flowcontrol.apiserver.k8s.io/v1beta1': ['FlowSchema'],
  'flowcontrol.apiserver.k8s.io/v1beta2': ['FlowSchema'],
  'flowcontrol.apiserver.k8s.io/v1beta3': ['FlowSchema'],
  'networking.k8s.io/v1alpha1': ['IPAddress', 'ServiceCIDR'],
  'networking.k8s.io/v1beta1': ['IngressClass', 'IPAddress', 'ServiceCIDR'],
  'node.k8s.io/v1beta1': ['RuntimeClass'],
  'policy/v1beta1': ['Eviction'],
  'rbac.authorization.k8s.io/v1beta1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
  'rbac.authorization.k8s.io/v1alpha1': ['ClusterRole', 'Role'],
  'resource.k8s.io/v1alpha3': ['DeviceClass', 'DeviceTaintRule'],
  'resource.k8s.io/v1beta1': ['DeviceClass'],
  'resource.k8s.io/v1beta2': [
    'DeviceClass',
    'DeviceTaintRule',
    'ResourceClaim',
    'ResourceClaimTemplate',
    'ResourceSlice',
  ],
  'scheduling.k8s.io/v1alpha1': ['PriorityClass'],
  'scheduling.k8s.io/v1beta1': ['PriorityClass'],
  'storage.k8s.io/v1alpha1': ['CSIStorageCapacity', 'VolumeAttachment', 'VolumeAttributesClass'],
  'storage.k8s.io/v1beta1': [
    'CSIDriver',
    'CSINode',
    'CSIStorageCapacity',
    'StorageClass',
    'VolumeAttachment',
    'VolumeAttributesClass',
  ],
  'storagemigration.k8s.io/v1beta1': ['StorageVersionMigration'],
};

/** Kinds whose fields or defaults change, by `group/Kind`. */
const rewrites: Readonly<Record<string, Rewrite>> = {
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhookConfiguration,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhookConfiguration,
  'apps/ControllerRevision': () => sameSchema,
  'apps/DaemonSet': workload,
  'apps/Deployment': workload,
  'apps/ReplicaSet': workload,
  'apps/StatefulSet': workload,
  'authorization.k8s.io/LocalSubjectAccessReview': accessReview,
  'authorization.k8s.io/SubjectAccessReview': accessReview,
  'autoscaling/HorizontalPodAutoscaler': autoscaler,
  'certificates.k8s.io/CertificateSigningRequest': certificateSigningRequest,
  'discovery.k8s.io/EndpointSlice': endpointSlice,
  'extensions/DaemonSet': workload,
  'extensions/Deployment': workload,
  'extensions/Ingress': ingress,
  'extensions/ReplicaSet': workload,
  'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration': priorityLevel,
  'networking.k8s.io/Ingress': ingress,
  'node.k8s.io/RuntimeClass': runtimeClass,
  'policy/PodDisruptionBudget': disruptionBudget,
};

/** How to write an object for another version of its API; undefined where it takes more than an edit. */
export function rewritings(object: KubernetesObject, from: ServedApi, to: ServedApi): Rewriting | undefined {
  if (sameSchemaFrom[`${from.group}/${from.version}`]?.includes(from.kind)) return sameSchema;
  return rewrites[`${from.group}/${from.kind}`]?.(object, to);
}
