import type { IndexedFile } from '../objects/indexedFile';
import type { ObjectIndex } from '../objects/objectIndex';
import { folderOf, isWithin } from '../uris';
import { type Asked, isConcerned } from './asked';
import type { Changes } from './changes';

/** A file that says something else than before; `before` and `after` are undefined where it has no objects. */
export interface FileChange {
  readonly uri: string;
  readonly before: IndexedFile | undefined;
  readonly after: IndexedFile | undefined;
  readonly changes: Extract<Changes, { readonly state: 'changed' }>;
}

/**
 * The files that may be judged otherwise after a change of another one.
 *
 * @param index as it is after the change
 * @param views what the rules of each file have asked about
 */
export function concernedBy(
  { uri, before, after, changes }: FileChange,
  { parting }: Pick<ObjectIndex, 'parting'>,
  views: ReadonlyMap<string, { readonly asked: Asked }>,
): string[] {
  const parted = new Set([
    ...(before ? parting.concernedBy({ ...before, objects: changes.gone }) : []),
    ...(after ? parting.concernedBy({ ...after, objects: changes.came }) : []),
  ]);
  const isParted = (other: string) => [...parted].some((path) => isWithin(other, path));
  const folder = folderOf(uri);
  const concerned: string[] = [];
  for (const [other, { asked }] of views) {
    // What stays in the file may stand elsewhere in it.
    const isLed = asked.related.has(uri);
    if (isLed || isParted(other) || changes.changed.some((facts) => isConcerned(other, asked, { folder, facts })))
      concerned.push(other);
  }
  return concerned;
}
