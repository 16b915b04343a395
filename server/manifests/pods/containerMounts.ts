import { type Field, items, mayHaveMore, member, stringOf } from '../../yaml/field/field';
import { any, type Truth } from '../truth';
import type { Container, PodSpec } from './podSpec';

/** Whether a container has a volume or a device at a path already: the API server takes one alone. */
export function isTaken({ field }: Container, path: string): Truth {
  const devices = anyItem(member(field, 'volumeDevices'), (device) =>
    known(member(device, 'devicePath'), (devicePath) => devicePath === path),
  );
  return any([devices, anyMount(field, (mounted) => mounted === path)]);
}

/** Whether a container has a volume at a path, or above it. */
export function isMountedOver({ field }: Container, path: string): Truth {
  return anyMount(field, (mounted) => `${path}/`.startsWith(`${mounted}/`));
}

/** Whether a container gets block devices. */
export function hasBlockDevices({ field }: Container): Truth {
  return anyItem(member(field, 'volumeDevices'), () => true);
}

/** Whether what a container mounts is to appear on its node: only a privileged one may ask for that. */
export function sharesMountsWithNode(container: Container): Truth {
  const mounts = items(member(container.field, 'volumeMounts'));
  if (mountsSharedWithNode(container).length > 0) return true;
  return mounts.some((mount) => member(mount, 'mountPropagation').state === 'unknown') ? null : false;
}

/** What says so. */
export function mountsSharedWithNode({ field }: Container): Field[] {
  return items(member(field, 'volumeMounts'))
    .map((mount) => member(mount, 'mountPropagation'))
    .filter((propagation) => stringOf(propagation) === 'Bidirectional');
}

/** A name that no volume of a pod has yet: a DNS label of at most 63 characters. */
export function freeVolumeName(pod: PodSpec, words: string, alsoTaken: ReadonlySet<string> = new Set()): string {
  const taken = new Set(items(member(pod.spec, 'volumes')).map((volume) => stringOf(member(volume, 'name'))));
  const name = words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 58)
    .replace(/^-+|-+$/g, '');
  let free = name;
  for (let number = 2; taken.has(free) || alsoTaken.has(free); number++) free = `${name}-${number}`;
  return free;
}

function anyMount(container: Field, holds: (path: string) => boolean): Truth {
  return anyItem(member(container, 'volumeMounts'), (mount) =>
    known(member(mount, 'mountPath'), (mounted) => holds(mounted.replace(/\/+$/, ''))),
  );
}

function anyItem(list: Field, holds: (item: Field) => Truth): Truth {
  const truths: Truth[] = items(list).map((item) => (item.state === 'unknown' ? null : holds(item)));
  return any(mayHaveMore(list) ? [...truths, null] : truths);
}

function known(field: Field, holds: (written: string) => boolean): Truth {
  const written = stringOf(field);
  return field.state === 'unknown' ? null : written !== undefined && holds(written);
}
