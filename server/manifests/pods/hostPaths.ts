import { type Field, isMapping, items, member, stringOf } from '../../yaml/field/field';
import { cleanPath } from './cleanPath';
import type { PodSpec } from './podSpec';

/** A volume that is a directory or file of the node. */
export interface HostPathVolume {
  readonly name: string | undefined;
  /** The field `hostPath`. */
  readonly source: Field;
  /** The field `path`. */
  readonly at: Field;
  /** Without `.`, `..` and repeated slashes, and without one at the end. */
  readonly path: string;
  /** `Directory`, `Socket`, `CharDevice` …; empty where none is written. */
  readonly type: string;
}

/** The hostPath volumes of a pod whose path is known. */
export function hostPathVolumes(pod: PodSpec): HostPathVolume[] {
  return items(member(pod.spec, 'volumes')).flatMap((volume) => {
    const hostPath = member(volume, 'hostPath');
    const at = member(hostPath, 'path');
    const path = stringOf(at);
    if (!isMapping(hostPath) || path === undefined) return [];
    return [
      {
        name: stringOf(member(volume, 'name')),
        source: hostPath,
        at,
        path: cleanPath(path),
        type: stringOf(member(hostPath, 'type')) ?? '',
      },
    ];
  });
}

/** True for a path that is a directory or lies below it. */
export function isWithin(path: string, directory: string): boolean {
  return path === directory || path.startsWith(directory === '/' ? '/' : `${directory}/`);
}
