import type { FieldTable } from './fieldDocumentation';

/*
 * Source: Kubernetes API reference 1.37 and the pages "Using RBAC Authorization", "Pod Security Admission", "Network
 * Policies", "Service", "Specifying a Disruption Budget for your Application".
 */

const roleFields: FieldTable = {
  rules: { what: 'What the role allows. Rules only add: nothing can be forbidden.' },
  'rules.*.apiGroups': {
    what: 'The groups of the resources; `""` is the core group. `*` covers groups that do not exist yet.',
  },
  'rules.*.resources': {
    what: 'Resources by their plural, subresources behind a slash: `pods/exec`.',
    practice: 'Name them: `*` includes Secrets and whatever is installed later.',
  },
  'rules.*.verbs': {
    what: '`get`, `list` and `watch` read, and all three hand out whole objects; `create`, `update`, `patch`, `delete` and `deletecollection` write; `escalate`, `bind` and `impersonate` lift the limits of RBAC.',
    practice: 'Only what the program calls.',
  },
  'rules.*.resourceNames': {
    what: 'Limits the rule to objects of these names. It cannot limit `create` and `deletecollection`, nor a `list` without the name.',
  },
  'rules.*.nonResourceURLs': {
    what: 'Paths of the API server that are no resources, such as `/metrics`. ClusterRoles only.',
  },
  aggregationRule: { what: 'The rules are collected from all ClusterRoles with these labels; `rules` is overwritten.' },
};

const bindingFields: FieldTable = {
  subjects: { what: 'Who gets the rights: users, groups or ServiceAccounts.' },
  'subjects.*.kind': { what: '`User`, `Group` or `ServiceAccount`.' },
  'subjects.*.namespace': { what: 'Where the ServiceAccount is.' },
  roleRef: { what: 'Which rights: it cannot be changed later, only deleted and created anew.' },
};

const podSecurityLevels =
  '`privileged` refuses nothing, `baseline` what hands over the node, `restricted` asks for hardened pods.';

function podSecurityLabel(mode: string, what: string): FieldTable {
  const label = `metadata.labels.pod-security.kubernetes.io/${mode}`;
  return {
    [label]: { what: `${what} ${podSecurityLevels}`, since: 23 },
    [`${label}-version`]: { what: 'The release whose rules count: `v1.37` or `latest`.', absent: '`latest`' },
  };
}

const networkPolicyFields: FieldTable = {
  'spec.podSelector': { what: 'The pods it is about; `{}` is all of the namespace.' },
  'spec.policyTypes': {
    what: 'Whether it is about `Ingress`, `Egress` or both: what is named here and allowed by no rule is denied.',
    absent: '`Ingress`, and `Egress` where there are egress rules',
  },
  'spec.ingress': { what: 'Who may connect to the pods. `- {}` is everybody.', absent: 'nobody' },
  'spec.egress': {
    what: 'Where the pods may connect to. `- {}` is everywhere.',
    absent: 'nowhere, if the policy is about egress',
  },
  'spec.ingress.*.from': { what: 'Any of these may connect.', absent: 'everybody' },
  'spec.egress.*.to': { what: 'Any of these may be reached.', absent: 'everywhere' },
};

const workloadFields: FieldTable = {
  'spec.replicas': { what: 'How many pods.', absent: '`1`', practice: 'Leave it out where an autoscaler decides.' },
  'spec.selector': {
    what: 'The pods that belong to it; it has to match the labels of its template, and cannot be changed.',
  },
  'spec.strategy.type': { what: '`Recreate` stops all old pods before new ones start.', absent: '`RollingUpdate`' },
  'spec.revisionHistoryLimit': { what: 'How many old versions can be gone back to.', absent: '`10`' },
};

const jobFields: FieldTable = {
  'spec.ttlSecondsAfterFinished': {
    what: 'Seconds until a finished Job is deleted.',
    absent: 'it stays for ever',
    since: 21,
  },
  'spec.backoffLimit': { what: 'Failures until the Job has failed.', absent: '`6`' },
  'spec.activeDeadlineSeconds': { what: 'Seconds until the Job is stopped.', absent: 'no limit' },
};

/** The fields of other kinds than pods, by `group/Kind`. */
export const objectFields: Readonly<Record<string, FieldTable>> = {
  'rbac.authorization.k8s.io/Role': roleFields,
  'rbac.authorization.k8s.io/ClusterRole': roleFields,
  'rbac.authorization.k8s.io/RoleBinding': bindingFields,
  'rbac.authorization.k8s.io/ClusterRoleBinding': bindingFields,
  '/Namespace': {
    ...podSecurityLabel('enforce', 'Pods that violate the level are refused.'),
    ...podSecurityLabel('audit', 'Pods that violate the level are noted in the audit log.'),
    ...podSecurityLabel('warn', 'Whoever creates pods that violate the level is warned.'),
  },
  '/ServiceAccount': {
    automountServiceAccountToken: {
      what: 'Whether pods of this ServiceAccount get its token mounted, unless they say otherwise themselves.',
      absent: '`true`',
      practice: '`false`; the few pods that call the API server say `true`.',
    },
    secrets: { what: 'Secrets with old, long-lived tokens. None is made since 1.24.' },
  },
  '/Service': {
    'spec.type': {
      what: '`ClusterIP`: within the cluster. `NodePort`: a port of every node. `LoadBalancer`: an address from outside. `ExternalName`: a DNS alias.',
      absent: '`ClusterIP`',
    },
    'spec.selector': { what: 'The pods that get the traffic.', absent: 'somebody else writes the EndpointSlices' },
    'spec.clusterIP': { what: '`None` makes it headless: DNS answers with the addresses of the pods.' },
    'spec.externalIPs': {
      what: 'Addresses whose traffic the nodes take over, whoever owns them: a way to intercept it.',
      practice: 'Leave it out; it is deprecated since 1.36.',
    },
    'spec.ports.*.targetPort': { what: 'A port of the pods, by number or name.', absent: 'the same as `port`' },
  },
  'networking.k8s.io/NetworkPolicy': networkPolicyFields,
  'networking.k8s.io/Ingress': {
    'spec.tls': { what: 'Hosts that are served with a certificate, and the Secret it is in.', absent: 'plain HTTP' },
    'spec.ingressClassName': { what: 'Which controller serves it.', absent: 'the default class of the cluster' },
  },
  'policy/PodDisruptionBudget': {
    'spec.minAvailable': { what: 'How many pods, or what share, must stay while nodes are drained.' },
    'spec.maxUnavailable': {
      what: 'How many pods, or what share, may be missing while nodes are drained. 0 blocks every drain.',
    },
    'spec.unhealthyPodEvictionPolicy': {
      what: '`AlwaysAllow` lets pods be evicted that are not ready anyway.',
      absent: '`IfHealthyBudget`',
      since: 27,
    },
  },
  'apps/Deployment': workloadFields,
  'apps/StatefulSet': workloadFields,
  'apps/ReplicaSet': workloadFields,
  'batch/Job': jobFields,
  'batch/CronJob': {
    'spec.schedule': { what: 'When, as in cron: minute, hour, day, month, day of the week.' },
    'spec.timeZone': { what: 'The time zone of the schedule.', absent: "the controller manager's", since: 25 },
    'spec.startingDeadlineSeconds': {
      what: 'Seconds after which a missed run is left out.',
      absent: 'no limit; after 100 missed runs it stops',
    },
    'spec.concurrencyPolicy': { what: 'Whether a run may begin while another goes on.', absent: '`Allow`' },
  },
};
