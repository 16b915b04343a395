/**
 * Where each kind keeps its pod template: the path to the object that has `metadata` and `spec` of a pod.
 * An empty path is the object itself.
 */
export interface WorkloadKind {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly templatePath: readonly string[];
}

const template = ['spec', 'template'];

/**
 * The built-in kinds that Pod Security admission looks into
 * (k8s.io/pod-security-admission, DefaultPodSpecExtractor; Kubernetes API reference 1.37).
 * `extensions` held Deployment, DaemonSet and ReplicaSet until 1.16.
 */
export const builtInWorkloadKinds: readonly WorkloadKind[] = [
  { group: '', kind: 'Pod', templatePath: [] },
  { group: '', kind: 'PodTemplate', templatePath: ['template'] },
  { group: '', kind: 'ReplicationController', templatePath: template },
  { group: 'apps', kind: 'Deployment', templatePath: template },
  { group: 'apps', kind: 'ReplicaSet', templatePath: template },
  { group: 'apps', kind: 'StatefulSet', templatePath: template },
  { group: 'apps', kind: 'DaemonSet', templatePath: template },
  { group: 'extensions', kind: 'Deployment', templatePath: template },
  { group: 'extensions', kind: 'ReplicaSet', templatePath: template },
  { group: 'extensions', kind: 'DaemonSet', templatePath: template },
  { group: 'batch', kind: 'Job', templatePath: template },
  { group: 'batch', kind: 'CronJob', templatePath: ['spec', 'jobTemplate', ...template] },
];

/** Kinds of other makers that everybody meets; a configuration can name more. */
export const configuredWorkloadKinds: Readonly<Record<string, string>> = {
  'argoproj.io/Rollout': 'spec.template',
  'serving.knative.dev/Service': 'spec.template',
  'apps.openshift.io/DeploymentConfig': 'spec.template',
};

/** Reads `group/Kind` and the path to its pod template (`spec.template`); undefined if either is malformed. */
export function workloadKind(groupKind: string, path: string): WorkloadKind | undefined {
  const found = /^(?:([a-z0-9.-]+)\/)?([A-Z][A-Za-z0-9]*)$/.exec(groupKind);
  if (!found?.[2] || !/^[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/.test(path)) return undefined;
  return { group: found[1] ?? '', kind: found[2], templatePath: path.split('.') };
}
