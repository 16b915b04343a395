import type { ApiTable } from './apiTable';

/**
 * The APIs of what a cluster is administered with.
 *
 * Source, for this file and `workloadApis.ts`: Kubernetes 1.37.2. What it serves, and its deprecation warnings, are what its
 * API server says with every alpha and beta switched on (`test/fixtures/discovery`; a test compares). What came before
 * and what is announced: the prerelease lifecycle annotations of `k8s.io/api`, `test/integration/etcd/data.go` and
 * `api/discovery` of kubernetes/kubernetes, the Deprecated API Migration Guide
 * (https://kubernetes.io/docs/reference/using-api/deprecation-guide/), and the release notes for alpha versions that were
 * dropped ahead of their annotation. The API lists of `@kubernetes/client-node` 0.11 to 2.0, one for each release from
 * 1.16 to 1.36, agree.
 */
export const clusterApis: ApiTable = {
  'admissionregistration.k8s.io': {
    InitializerConfiguration: { v1alpha1: [7, 13, 14] },
    MutatingAdmissionPolicy: { v1alpha1: [32, 35, 38], v1beta1: [34, 37, 40], v1: [36] },
    MutatingAdmissionPolicyBinding: { v1alpha1: [32, 35, 38], v1beta1: [34, 37, 40], v1: [36] },
    MutatingWebhookConfiguration: { v1beta1: [9, 16, 22], v1: [16] },
    ValidatingAdmissionPolicy: { v1alpha1: [26, 29, 32], v1beta1: [28, 31, 34], v1: [30] },
    ValidatingAdmissionPolicyBinding: { v1alpha1: [26, 29, 32], v1beta1: [28, 31, 34], v1: [30] },
    ValidatingWebhookConfiguration: { v1beta1: [9, 16, 22], v1: [16] },
  },
  'apiextensions.k8s.io': {
    ConversionReview: { v1beta1: [13, 19, 22], v1: [16] },
    CustomResourceDefinition: { v1beta1: [7, 16, 22], v1: [16] },
  },
  'apiregistration.k8s.io': {
    APIService: { v1beta1: [7, 19, 22], v1: [10] },
  },
  'auditregistration.k8s.io': {
    AuditSink: { v1alpha1: [13, 19, 19] },
  },
  'authentication.k8s.io': {
    SelfSubjectReview: { v1alpha1: [26, 29, 32], v1beta1: [27, 30, 33], v1: [28] },
    TokenRequest: { v1: [10] },
    TokenReview: { v1beta1: [4, 19, 22], v1: [6] },
  },
  'authorization.k8s.io': {
    LocalSubjectAccessReview: { v1beta1: [2, 19, 22], v1: [6] },
    SelfSubjectAccessReview: { v1beta1: [2, 19, 22], v1: [6] },
    SelfSubjectRulesReview: { v1beta1: [8, 19, 22], v1: [8] },
    SubjectAccessReview: { v1beta1: [2, 19, 22], v1: [6] },
  },
  'certificates.k8s.io': {
    CertificateSigningRequest: { v1beta1: [6, 19, 22], v1: [19] },
    ClusterTrustBundle: { v1alpha1: [27, 34, 37], v1beta1: [33, 37, 40], v1: [37] },
    PodCertificateRequest: { v1alpha1: [34, 35, 35], v1beta1: [35, 37, 40], v1: [37] },
  },
  // Planned for PodCheckpoint; no API server up to 1.37 has it, whatever is switched on.
  'checkpoint.k8s.io': {},
  'coordination.k8s.io': {
    Lease: { v1beta1: [12, 19, 22], v1: [14] },
    LeaseCandidate: { v1alpha1: [31, 32, 32], v1alpha2: [32, 35, 38], v1beta1: [33, 36, 39] },
  },
  'flowcontrol.apiserver.k8s.io': {
    FlowSchema: {
      v1alpha1: [18, 21, 24],
      v1beta1: [20, 23, 26],
      v1beta2: [23, 26, 29],
      v1beta3: [26, 29, 32],
      v1: [29],
    },
    PriorityLevelConfiguration: {
      v1alpha1: [18, 21, 24],
      v1beta1: [20, 23, 26],
      v1beta2: [23, 26, 29],
      v1beta3: [26, 29, 32],
      v1: [29],
    },
  },
  'internal.apiserver.k8s.io': {
    StorageVersion: { v1alpha1: [20] },
  },
  'lifecycle.k8s.io': {
    Eviction: { v1alpha1: [37, 40, 43] },
    EvictionRequest: { v1alpha1: [37, 40, 43] },
  },
  'node.k8s.io': {
    RuntimeClass: { v1alpha1: [14, 24, 24], v1beta1: [14, 22, 25], v1: [20] },
  },
  'rbac.authorization.k8s.io': {
    ClusterRole: { v1alpha1: [5, 17, 23], v1beta1: [6, 17, 22], v1: [8] },
    ClusterRoleBinding: { v1alpha1: [5, 17, 23], v1beta1: [6, 17, 22], v1: [8] },
    Role: { v1alpha1: [5, 17, 23], v1beta1: [6, 17, 22], v1: [8] },
    RoleBinding: { v1alpha1: [5, 17, 23], v1beta1: [6, 17, 22], v1: [8] },
  },
  'resource.k8s.io': {
    DeviceClass: { v1alpha3: [31, 34, 34], v1beta1: [32, 35, 38], v1beta2: [33, 36, 39], v1: [34] },
    DeviceTaintRule: { v1alpha3: [33, 36, 39], v1beta2: [36, 39, 42], v1: [37] },
    PodScheduling: { v1alpha1: [26, 27, 27] },
    PodSchedulingContext: { v1alpha2: [27, 30, 31], v1alpha3: [31, 32, 32] },
    ResourceClaim: {
      v1alpha1: [26, 27, 27],
      v1alpha2: [27, 30, 31],
      v1alpha3: [31, 34, 34],
      v1beta1: [32, 35, 38],
      v1beta2: [33, 36, 39],
      v1: [34],
    },
    ResourceClaimParameters: { v1alpha2: [30, 31, 31] },
    ResourceClaimTemplate: {
      v1alpha1: [26, 27, 27],
      v1alpha2: [27, 30, 31],
      v1alpha3: [31, 34, 34],
      v1beta1: [32, 35, 38],
      v1beta2: [33, 36, 39],
      v1: [34],
    },
    ResourceClass: { v1alpha1: [26, 27, 27], v1alpha2: [27, 30, 31] },
    ResourceClassParameters: { v1alpha2: [30, 31, 31] },
    ResourcePoolStatusRequest: { v1alpha3: [36, 39, 42] },
    ResourceSlice: {
      v1alpha2: [30, 31, 31],
      v1alpha3: [31, 34, 34],
      v1beta1: [32, 35, 38],
      v1beta2: [33, 36, 39],
      v1: [34],
    },
  },
  'storage.k8s.io': {
    CSIDriver: { v1beta1: [14, 19, 22], v1: [18] },
    CSINode: { v1beta1: [14, 17, 22], v1: [17] },
    CSIStorageCapacity: { v1alpha1: [19, 21, 24], v1beta1: [21, 24, 27], v1: [24] },
    StorageClass: { v1beta1: [4, 19, 22], v1: [6] },
    VolumeAttachment: { v1alpha1: [9, 21, 24], v1beta1: [10, 19, 22], v1: [13] },
    VolumeAttributesClass: { v1alpha1: [29, 32, 35], v1beta1: [31, 34, 37], v1: [34] },
  },
  'storagemigration.k8s.io': {
    StorageVersionMigration: { v1alpha1: [30, 33, 35], v1beta1: [35, 37, 40], v1: [37] },
  },
};
