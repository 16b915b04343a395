import { type PodPath, parsePodPath } from './podPath';

/** Where a kind keeps a pod, or several. */
export interface PodPlace {
  /** From the object; an empty path is the object itself. */
  readonly path: PodPath;
  /**
   * A pod template has `metadata` and `spec`; a pod spec may have fields that only its kind knows. Undefined where what
   * stands there tells: one of these two, a list of containers, or one container.
   */
  readonly holds?: 'pod template' | 'pod spec';
  /** Where such a pod spec has containers beside the usual lists; from itself, an empty path for what it says of its own. */
  readonly containers?: readonly PodPath[];
  /** How such a pod spec calls the security context of the pod, where `securityContext` is a container's. */
  readonly podSecurityContext?: string;
}

/**
 * How much of what a pod leaves out is known.
 *
 * - *known*: it is a pod as Kubernetes' own workloads make them; rules about replicas, probes and budgets apply
 * - *a pod's*: its template becomes the pod's as it stands; what it runs for is not known
 * - *filled in*: an operator may supply what is absent, so only what is written can be judged
 */
export type Absence = 'known' | "a pod's" | 'filled in';

/** A kind whose objects make pods. */
export interface WorkloadKind {
  /** API group, empty for the core group. */
  readonly group: string;
  readonly kind: string;
  readonly pods: readonly PodPlace[];
  readonly absence: Absence;
  /** Where it holds whole objects, as a template of several does. */
  readonly objects?: readonly PodPath[];
}

/** One of Kubernetes' own kinds: each has one pod template. */
export interface BuiltInWorkloadKind extends WorkloadKind {
  readonly templatePath: readonly string[];
}

const template = ['spec', 'template'];

/**
 * The built-in kinds that Pod Security admission looks into
 * (k8s.io/pod-security-admission, DefaultPodSpecExtractor; Kubernetes API reference 1.37).
 * `extensions` held Deployment, DaemonSet and ReplicaSet until 1.16.
 */
export const builtInWorkloadKinds: readonly BuiltInWorkloadKind[] = [
  builtIn('', 'Pod', []),
  builtIn('', 'PodTemplate', ['template']),
  builtIn('', 'ReplicationController', template),
  builtIn('apps', 'Deployment', template),
  builtIn('apps', 'ReplicaSet', template),
  builtIn('apps', 'StatefulSet', template),
  builtIn('apps', 'DaemonSet', template),
  builtIn('extensions', 'Deployment', template),
  builtIn('extensions', 'ReplicaSet', template),
  builtIn('extensions', 'DaemonSet', template),
  builtIn('batch', 'Job', template),
  builtIn('batch', 'CronJob', ['spec', 'jobTemplate', ...template]),
];

function builtIn(group: string, kind: string, templatePath: readonly string[]): BuiltInWorkloadKind {
  return { group, kind, templatePath, pods: [{ path: templatePath, holds: 'pod template' }], absence: 'known' };
}

/** Reads `group/Kind`, or `Kind` of the core group; undefined for what is none. */
export function groupAndKind(written: string): Pick<WorkloadKind, 'group' | 'kind'> | undefined {
  const found = /^(?:([a-z0-9.-]+)\/)?([A-Z][A-Za-z0-9]*)$/.exec(written);
  return found?.[2] === undefined ? undefined : { group: found[1] ?? '', kind: found[2] };
}

/** A kind as a configuration names it, with the paths to its pods; undefined if any of it is malformed. */
export function workloadKind(groupKind: string, ...paths: readonly string[]): WorkloadKind | undefined {
  const named = groupAndKind(groupKind);
  const pods = paths.flatMap((written) => {
    const path = parsePodPath(written);
    return path ? [{ path }] : [];
  });
  return named && pods.length === paths.length ? { ...named, pods, absence: "a pod's" } : undefined;
}

const indexes = new WeakMap<readonly WorkloadKind[], ReadonlyMap<string, readonly WorkloadKind[]>>();

/** The workload kinds of a name; several where groups share it. */
export function workloadKindsNamed(kind: string, kinds: readonly WorkloadKind[]): readonly WorkloadKind[] {
  let index = indexes.get(kinds);
  if (!index) {
    const named = new Map<string, WorkloadKind[]>();
    for (const known of kinds) named.set(known.kind, [...(named.get(known.kind) ?? []), known]);
    index = named;
    indexes.set(kinds, index);
  }
  return index.get(kind) ?? none;
}

const none: readonly WorkloadKind[] = [];
