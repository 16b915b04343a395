import { type Grant, isGranted, type Permission } from './policyRules';

/** Something a role may allow that leads further than it says (Kubernetes documentation, "RBAC good practices"). */
export interface Power {
  /** Completes "may": `read Secrets`. */
  readonly may: string;
  /** Any of them is enough. */
  readonly permissions: readonly Permission[];
  /** True where the names of an entry limit the power to those objects. */
  readonly isLimitedByNames: boolean;
  /** True for what a Role can't grant, since it belongs to no namespace. */
  readonly isOfCluster: boolean;
  /** True for what the built-in role `edit` may anyway (Kubernetes 1.37). */
  readonly isInEdit: boolean;
}

const reads = ['get', 'list', 'watch'];
const writes = ['create', 'update', 'patch'];

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

export const createPods: Power = {
  may: 'run pods of its choice',
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
  may: 'give permissions that it does not have',
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
  execInPods,
  createTokens,
  proxyNodes,
  approveRequests,
  editWebhooks,
  createVolumes,
  relabelNamespaces,
];

/** The permission by which an entry gives a power; undefined if it doesn't. */
export function permissionFor(power: Power, grant: Grant, isClusterRole: boolean): Permission | undefined {
  if (power.isOfCluster && !isClusterRole) return undefined;
  if (power.isLimitedByNames && grant.isRestricted) return undefined;
  return power.permissions.find((permission) => isGranted(grant, permission));
}
