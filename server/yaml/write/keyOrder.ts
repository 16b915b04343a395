/**
 * The order in which people write the keys of the mappings that fixes add to: what a thing is first, what it may do
 * after that, as in the examples of the Kubernetes documentation.
 */
const customaryOrders: readonly (readonly string[])[] = [
  ['apiVersion', 'kind', 'metadata', 'spec', 'data', 'stringData', 'rules', 'status'],
  ['name', 'generateName', 'namespace', 'labels', 'annotations', 'finalizers', 'ownerReferences'],
  [
    'serviceAccountName',
    'automountServiceAccountToken',
    'runtimeClassName',
    'os',
    'priorityClassName',
    'hostUsers',
    'hostNetwork',
    'hostPID',
    'hostIPC',
    'shareProcessNamespace',
    'restartPolicy',
    'terminationGracePeriodSeconds',
    'securityContext',
    'initContainers',
    'containers',
    'ephemeralContainers',
    'nodeSelector',
    'affinity',
    'tolerations',
    'topologySpreadConstraints',
    'volumes',
  ],
  [
    'name',
    'image',
    'imagePullPolicy',
    'restartPolicy',
    'command',
    'args',
    'workingDir',
    'ports',
    'envFrom',
    'env',
    'resources',
    'startupProbe',
    'livenessProbe',
    'readinessProbe',
    'lifecycle',
    'securityContext',
    'volumeMounts',
    'volumeDevices',
  ],
  [
    'privileged',
    'allowPrivilegeEscalation',
    'readOnlyRootFilesystem',
    'runAsNonRoot',
    'runAsUser',
    'runAsGroup',
    'fsGroup',
    'fsGroupChangePolicy',
    'supplementalGroups',
    'capabilities',
    'seccompProfile',
    'appArmorProfile',
    'seLinuxOptions',
    'windowsOptions',
    'procMount',
    'sysctls',
  ],
  [
    'replicas',
    'revisionHistoryLimit',
    'selector',
    'serviceName',
    'strategy',
    'updateStrategy',
    'template',
    'volumeClaimTemplates',
  ],
  ['ingressClassName', 'defaultBackend', 'tls', 'rules'],
  ['path', 'pathType', 'backend'],
  ['podSelector', 'policyTypes', 'ingress', 'egress'],
];

/**
 * Where a new key belongs among existing ones: the index of the key it follows, -1 before the first. At the end if
 * custom has nothing to say.
 */
export function indexToFollow(existing: readonly string[], added: string): number {
  const candidates = customaryOrders.filter((order) => order.includes(added));
  const known = (order: readonly string[]) => existing.filter((key) => order.includes(key)).length;
  const order = candidates.toSorted((a, b) => known(b) - known(a))[0];
  if (!order || known(order) === 0) return existing.length - 1;
  const rank = order.indexOf(added);
  return existing.findLastIndex((key) => order.includes(key) && order.indexOf(key) < rank);
}

/** Keys of a new mapping in the order in which people would write them; those that custom is silent about stay put. */
export function inCustomaryOrder(keys: readonly string[]): string[] {
  const ordered: string[] = [];
  for (const key of keys) ordered.splice(indexToFollow(ordered, key) + 1, 0, key);
  return ordered;
}
