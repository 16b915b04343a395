import type { CustomKinds, PodFields } from './customKinds';
import { operatedKinds } from './operatedKinds';
import { parsePodPath } from './podPath';
import { templatedKinds } from './templatedKinds';
import { type Absence, groupAndKind, type PodPlace, type WorkloadKind } from './workloadKinds';

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
