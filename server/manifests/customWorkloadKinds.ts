import { operatedKinds } from './operatedKinds';
import { parsePodPath } from './podPath';
import { templatedKinds } from './templatedKinds';
import { type Absence, groupAndKind, type PodPlace, type WorkloadKind } from './workloadKinds';

/** Where some kinds of one project keep their pods; paths as a configuration writes them. */
export interface CustomKinds {
  /** `group/Kind`, the core group empty. */
  readonly kinds: readonly string[];
  /** Paths to pod templates, pod specs, lists of containers or one container: what stands there tells. */
  readonly pods?: readonly string[];
  /** Paths to mappings that hold a pod's fields among others. */
  readonly podSpecs?: readonly PodFields[];
  /** Paths to whole objects, and lists of them. */
  readonly objects?: readonly string[];
}

/** A mapping that holds a pod's fields among others. */
export interface PodFields {
  /** Undefined for the object itself. */
  readonly at?: string;
  /** Its containers beside the usual lists. */
  readonly containers?: readonly string[];
  /** True where it says of its own what a container says. */
  readonly isContainer?: boolean;
  /** How it calls the security context of the pod, where `securityContext` is a container's. */
  readonly podSecurityContext?: string;
}

/** Kinds of other makers that everybody meets; a configuration can name more, and have its own word on these. */
export const customWorkloadKinds: readonly WorkloadKind[] = [
  ...templatedKinds.flatMap(({ absence, ...kinds }) => workloadKinds(kinds, absence)),
  ...operatedKinds.flatMap((kinds) => workloadKinds(kinds, 'filled in')),
];

function workloadKinds(
  { kinds, pods = [], podSpecs = [], objects = [] }: CustomKinds,
  absence: Absence,
): WorkloadKind[] {
  const places = [...pods.flatMap(pathsOf).map((path) => ({ path })), ...podSpecs.map(podPlace)];
  return kinds.flatMap((written) => {
    const named = groupAndKind(written.replace(/^\//, ''));
    return named ? [{ ...named, pods: places, absence, objects: objects.flatMap(pathsOf) }] : [];
  });
}

function podPlace({ at, containers = [], isContainer, podSecurityContext }: PodFields): PodPlace {
  return {
    path: at === undefined ? [] : (parsePodPath(at) ?? []),
    holds: 'pod spec',
    containers: [...(isContainer ? [[]] : []), ...containers.flatMap(pathsOf)],
    ...(podSecurityContext !== undefined && { podSecurityContext }),
  };
}

function pathsOf(written: string): (readonly string[])[] {
  const path = parsePodPath(written);
  return path ? [path] : [];
}
