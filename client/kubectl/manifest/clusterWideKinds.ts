/** Kinds of Kubernetes itself that live in no namespace (API reference of Kubernetes 1.35). */
export const clusterWide: ReadonlySet<string> = new Set([
  ...['Namespace', 'Node', 'PersistentVolume', 'ClusterRole', 'ClusterRoleBinding', 'StorageClass', 'IngressClass'],
  ...[
    'PriorityClass',
    'RuntimeClass',
    'CustomResourceDefinition',
    'APIService',
    'CSIDriver',
    'CSINode',
    'VolumeAttachment',
  ],
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration', 'ValidatingAdmissionPolicy'],
  ...['ValidatingAdmissionPolicyBinding', 'MutatingAdmissionPolicy', 'MutatingAdmissionPolicyBinding'],
  ...['CertificateSigningRequest', 'FlowSchema', 'PriorityLevelConfiguration', 'DeviceClass', 'VolumeAttributesClass'],
]);
