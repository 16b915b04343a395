import type { Permission } from './policyRules';
import type { Power } from './power';

const reads = ['get', 'list', 'watch'];
const writes = ['create', 'update', 'patch'];
const deletes = ['delete', 'deletecollection'];

function permission(group: string, resource: string, ...verbs: readonly string[]): Permission {
  return { group, resource, verbs };
}

export const readSecrets: Power = {
  may: 'read Secrets',
  permissions: [permission('', 'secrets', ...reads)],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

/** Who replaces a Secret decides whom its readers trust. A patch answers with what was there. */
export const writeSecrets: Power = {
  may: 'replace Secrets',
  permissions: [permission('', 'secrets', 'update', 'patch')],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

export const createPods: Power = {
  may: 'run pods of their choice',
  permissions: [
    permission('', 'pods', 'create'),
    permission('', 'replicationcontrollers', ...writes),
    ...['deployments', 'statefulsets', 'daemonsets', 'replicasets'].map((kind) => permission('apps', kind, ...writes)),
    permission('batch', 'jobs', 'create'),
    permission('batch', 'cronjobs', ...writes),
  ],
  isLimitedByNames: false,
  isOfCluster: false,
  isInEdit: true,
};

/** The image is the one thing of a running container that can be changed. */
export const changePods: Power = {
  may: 'replace the images of pods',
  permissions: [permission('', 'pods', 'update', 'patch')],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

export const execInPods: Power = {
  may: 'run commands in pods',
  permissions: [
    permission('', 'pods/exec', 'create', 'get'),
    permission('', 'pods/attach', 'create', 'get'),
    permission('', 'pods/ephemeralcontainers', 'update', 'patch'),
  ],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

/** The API server and the kubelet connect, and NetworkPolicies let the node through. */
export const proxyPods: Power = {
  may: 'reach pods and Services past NetworkPolicies',
  permissions: [
    permission('', 'pods/portforward', 'create', 'get'),
    permission('', 'pods/proxy', 'get', ...writes, 'delete'),
    permission('', 'services/proxy', 'get', ...writes, 'delete'),
  ],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

export const proxyNodes: Power = {
  may: 'use the kubelets of nodes',
  permissions: [permission('', 'nodes/proxy', 'get', ...writes, 'delete')],
  isLimitedByNames: true,
  isOfCluster: true,
  isInEdit: false,
};

export const createTokens: Power = {
  may: 'make tokens of ServiceAccounts',
  permissions: [permission('', 'serviceaccounts/token', 'create')],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

export const approveRequests: Power = {
  may: 'approve requests for certificates',
  permissions: [permission('certificates.k8s.io', 'certificatesigningrequests/approval', 'update', 'patch')],
  isLimitedByNames: true,
  isOfCluster: true,
  isInEdit: false,
};

export const editWebhooks: Power = {
  may: 'change what admission sees and alters',
  permissions: [
    'mutatingwebhookconfigurations',
    'validatingwebhookconfigurations',
    'mutatingadmissionpolicies',
    'mutatingadmissionpolicybindings',
  ].map((resource) => permission('admissionregistration.k8s.io', resource, ...writes)),
  isLimitedByNames: false,
  isOfCluster: true,
  isInEdit: false,
};

/** A policy that validates sees nothing that leaves the API server, and one more only refuses more. */
export const liftAdmission: Power = {
  may: 'take away what admission refuses',
  permissions: [
    ...['validatingadmissionpolicies', 'validatingadmissionpolicybindings'].map((resource) =>
      permission('admissionregistration.k8s.io', resource, 'update', 'patch', ...deletes),
    ),
    ...[
      'validatingwebhookconfigurations',
      'mutatingwebhookconfigurations',
      'mutatingadmissionpolicies',
      'mutatingadmissionpolicybindings',
    ].map((resource) => permission('admissionregistration.k8s.io', resource, ...deletes)),
  ],
  isLimitedByNames: true,
  isOfCluster: true,
  isInEdit: false,
};

/** Policies add up, so that one more may let in what the others keep out. */
export const editNetworkPolicies: Power = {
  may: 'change NetworkPolicies',
  permissions: [permission('networking.k8s.io', 'networkpolicies', ...writes, ...deletes)],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

/** An address in a Service's status (CVE-2020-8554) or in its endpoints (CVE-2021-25740) takes its traffic. */
export const redirectTraffic: Power = {
  may: 'redirect the traffic of Services',
  permissions: [
    permission('', 'services/status', 'update', 'patch'),
    permission('', 'endpoints', ...writes),
    permission('discovery.k8s.io', 'endpointslices', ...writes),
  ],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: false,
};

export const editNodes: Power = {
  may: 'decide by labels and taints where pods run',
  permissions: [permission('', 'nodes', ...writes), permission('', 'nodes/status', 'update', 'patch')],
  isLimitedByNames: true,
  isOfCluster: true,
  isInEdit: false,
};

/** Of OpenShift's own ones `restricted` and `nonroot`, in all versions, lead nowhere; what others allow isn't known. */
export const useConstraints: Power = {
  may: 'run pods under less confining SecurityContextConstraints',
  permissions: [permission('security.openshift.io', 'securitycontextconstraints', 'use')],
  isLimitedByNames: true,
  powerfulNames: [
    'anyuid',
    'hostaccess',
    'hostmount-anyuid',
    'hostmount-anyuid-v2',
    'hostnetwork',
    'hostnetwork-v2',
    'node-exporter',
    'privileged',
  ],
  isOfCluster: false,
  isInEdit: false,
};

export const createVolumes: Power = {
  may: 'create PersistentVolumes',
  permissions: [permission('', 'persistentvolumes', 'create')],
  isLimitedByNames: false,
  isOfCluster: true,
  isInEdit: false,
};

export const relabelNamespaces: Power = {
  may: 'change the labels of namespaces',
  permissions: [permission('', 'namespaces', 'update', 'patch')],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: false,
};

/** `escalate` and `bind` lift the rule that nobody grants what they don't have. */
export const escalate: Power = {
  may: 'grant permissions that they do not have',
  permissions: ['roles', 'clusterroles'].map((kind) =>
    permission('rbac.authorization.k8s.io', kind, 'escalate', 'bind'),
  ),
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: false,
};

export const impersonateUsers: Power = {
  may: 'act as other users',
  permissions: ['users', 'groups'].map((kind) => permission('', kind, 'impersonate')),
  isLimitedByNames: true,
  isOfCluster: true,
  isInEdit: false,
};

export const impersonateServiceAccounts: Power = {
  may: 'act as ServiceAccounts',
  permissions: [permission('', 'serviceaccounts', 'impersonate')],
  isLimitedByNames: true,
  isOfCluster: false,
  isInEdit: true,
};

/** All of them, the worst first. */
export const powers: readonly Power[] = [
  escalate,
  impersonateUsers,
  impersonateServiceAccounts,
  readSecrets,
  createPods,
  changePods,
  execInPods,
  createTokens,
  proxyNodes,
  approveRequests,
  editWebhooks,
  liftAdmission,
  createVolumes,
  useConstraints,
  relabelNamespaces,
  editNodes,
  writeSecrets,
  redirectTraffic,
  editNetworkPolicies,
  proxyPods,
];
