import type { FieldTable } from './fieldDocumentation';
import { gatewayFields, ingressFields, networkPolicyFields, serviceFields } from './networkFields';
import { bindingFields, roleFields } from './roleFields';
import {
  autoscalerFields,
  cronJobFields,
  daemonSetFields,
  deploymentFields,
  disruptionBudgetFields,
  jobFields,
  statefulSetFields,
  workloadFields,
} from './workloadFields';

/*
 * Source: Kubernetes API reference 1.37 and the pages "Pod Security Admission", "Runtime Class", "Resource Quotas",
 * "Limit Ranges", "Secrets", "Recommended Labels"; the guide of the Security Profiles Operator 0.9; `pkg/apis/core/v1/defaults.go` for what a LimitRange
 * fills in.
 */

const podSecurityLevels =
  '`privileged` refuses nothing, `baseline` what hands over the node, `restricted` asks for hardened pods.';

function podSecurityLabel(mode: string, what: string): FieldTable {
  const label = `metadata.labels.pod-security.kubernetes.io/${mode}`;
  return {
    [label]: { what: `${what} ${podSecurityLevels}`, since: 23 },
    [`${label}-version`]: { what: 'The release whose rules count: `v1.37` or `latest`.', absent: '`latest`' },
  };
}

/** What any object can have in its metadata, by the path in there. */
export const metadataFields: FieldTable = {
  namespace: { what: 'Where the object is.', absent: 'the namespace of whoever applies it' },
  'annotations.seaworthy.dev/ignore': {
    what: 'Rules of Seaworthy that say nothing about this object: `RULE, RULE -- reason`.',
    practice: 'One rule and a reason.',
  },
  'labels.app.kubernetes.io/name': { what: 'The name of the application. Tools group what has the same one.' },
  'labels.app.kubernetes.io/instance': { what: 'Which of several installations of the application it is.' },
  'labels.app.kubernetes.io/version': { what: 'The version of the application.' },
  'labels.app.kubernetes.io/component': { what: 'The part that it plays, as `database` or `frontend`.' },
  'labels.app.kubernetes.io/part-of': { what: 'The larger application that it belongs to.' },
  'labels.app.kubernetes.io/managed-by': { what: 'The tool that applies it.' },
};

const runtimeClassFields: FieldTable = {
  handler: {
    what: 'What the container runtime of the nodes calls it: `runsc` for gVisor, `kata` for Kata Containers.',
  },
  'overhead.podFixed': {
    what: 'What a sandbox needs beside its containers; the scheduler counts it in.',
    absent: 'nothing',
    since: 18,
  },
  'scheduling.nodeSelector': { what: 'The nodes that have this runtime.', absent: 'all nodes', since: 16 },
};

const priorityClassFields: FieldTable = {
  value: { what: 'The higher, the more the pod matters; up to 1000000000.' },
  globalDefault: { what: 'Whether pods without a class get this one.', absent: '`false`' },
  preemptionPolicy: {
    what: '`Never` lets the pod wait without evicting others.',
    absent: '`PreemptLowerPriority`',
    since: 19,
  },
};

const limitRangeFields: FieldTable = {
  'spec.limits.*.type': { what: 'What is limited: `Container`, `Pod` or `PersistentVolumeClaim`.' },
  'spec.limits.*.default': { what: 'The limits of containers that have none.', absent: '`max`, where there is one' },
  'spec.limits.*.defaultRequest': {
    what: 'The requests of containers that have none.',
    absent: '`default`, else `min`',
  },
  'spec.limits.*.max': { what: 'More is refused.' },
  'spec.limits.*.min': { what: 'Less is refused.' },
};

const secretFields: FieldTable = {
  type: { what: 'What it holds, so that the API server can check its keys.', absent: '`Opaque`' },
  data: {
    what: 'The values in base64, which hides nothing.',
    practice: 'Keep values out of manifests: an operator or CSI driver fetches them from a vault.',
  },
  stringData: {
    what: 'The values as they are; they end up in `data`.',
    practice: 'Keep values out of manifests: an operator or CSI driver fetches them from a vault.',
  },
  immutable: {
    what: 'Whether it can only be deleted, no more changed; kubelets stop watching it.',
    absent: '`false`',
    since: 19,
  },
};

const claimFields: FieldTable = {
  'spec.accessModes': {
    what: 'Who mounts it: `ReadWriteOnce` one node, `ReadWriteMany` many, `ReadOnlyMany` many to read, `ReadWriteOncePod` one pod (from 1.27 on).',
  },
  'spec.storageClassName': {
    what: 'What kind of storage; `""` takes none that is made on demand.',
    absent: 'the default class of the cluster',
  },
  'spec.resources.requests.storage': { what: 'How large it is at least.' },
};

const webhookFields: FieldTable = {
  'webhooks.*.failurePolicy': {
    what: '`Fail` refuses what the webhook cannot judge, `Ignore` lets it through.',
    absent: '`Fail`',
  },
  'webhooks.*.timeoutSeconds': { what: 'How long the API server waits for it.', absent: '`10`' },
  'webhooks.*.namespaceSelector': {
    what: 'The namespaces whose objects it sees.',
    absent: 'all',
    practice: 'Leave out its own and `kube-system`, or a fault of it stops the cluster.',
  },
};

const seccompProfileFields: FieldTable = {
  'spec.defaultAction': {
    what: 'What becomes of system calls that are not listed: `SCMP_ACT_ERRNO` refuses, `SCMP_ACT_LOG` only logs.',
  },
  'spec.baseProfileName': { what: 'A profile that this one adds to, as that of a runtime.' },
  'spec.syscalls': { what: 'Lists of system calls, each with an action of its own.' },
  'spec.syscalls.*.action': {
    what: 'What becomes of these calls: `SCMP_ACT_ALLOW`, `SCMP_ACT_ERRNO`, `SCMP_ACT_LOG` or `SCMP_ACT_KILL_PROCESS`.',
  },
  'spec.syscalls.*.names': { what: 'System calls by their names.' },
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
  '/Secret': secretFields,
  '/ConfigMap': {
    immutable: {
      what: 'Whether it can only be deleted, no more changed; kubelets stop watching it.',
      absent: '`false`',
      since: 19,
    },
    data: { what: 'Texts by their keys; everybody who may read the namespace sees them.', practice: 'No secrets.' },
  },
  '/PersistentVolumeClaim': claimFields,
  '/LimitRange': limitRangeFields,
  '/ResourceQuota': {
    'spec.hard': {
      what: 'How much all objects of the namespace may have together. With a quota for a resource every pod must say how much it wants.',
    },
  },
  '/Service': serviceFields,
  'networking.k8s.io/NetworkPolicy': networkPolicyFields,
  'networking.k8s.io/Ingress': ingressFields,
  'gateway.networking.k8s.io/Gateway': gatewayFields,
  'policy/PodDisruptionBudget': disruptionBudgetFields,
  'autoscaling/HorizontalPodAutoscaler': autoscalerFields,
  'apps/Deployment': deploymentFields,
  'apps/StatefulSet': statefulSetFields,
  'apps/ReplicaSet': workloadFields,
  'apps/DaemonSet': daemonSetFields,
  'batch/Job': jobFields,
  'batch/CronJob': cronJobFields,
  'node.k8s.io/RuntimeClass': runtimeClassFields,
  'scheduling.k8s.io/PriorityClass': priorityClassFields,
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': webhookFields,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': webhookFields,
  'security-profiles-operator.x-k8s.io/SeccompProfile': seccompProfileFields,
};
