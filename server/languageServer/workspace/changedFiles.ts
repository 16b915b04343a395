import type { FileEvent } from 'vscode-languageserver';
import { scannedChanges } from './fileEvents';
import type { ScanEffect } from './scanEffects';
import type { ScanState } from './scanState';

/**
 * Files have changed on the disk.
 *
 * @param configures true for a file that decides how others are judged
 */
export function takeChanges(
  scan: ScanState,
  events: readonly FileEvent[],
  configures: (uri: string) => boolean,
): ScanEffect[] {
  if (!scan.hasThread) return [];
  const anew: ScanEffect[] = events.some(({ uri }) => configures(uri)) ? [{ kind: 'delay', delayed: 'scan anew' }] : [];
  const changes = scannedChanges(events);
  if (!changes) return anew;
  for (const uri of changes.uris) scan.changed.uris.add(uri);
  scan.changed.areOthers ||= changes.areOthers;
  return [...anew, { kind: 'delay', delayed: 'tell changes' }];
}

/** Tells the thread which files have changed since it was told last. */
export function tellChanges({ changed }: ScanState): ScanEffect[] {
  const uris = [...changed.uris];
  const { areOthers } = changed;
  changed.uris.clear();
  changed.areOthers = false;
  return [{ kind: 'tell thread', task: { kind: 'changed', uris, areOthers } }];
}

/** Tells the thread what open files tell others since it was told last. */
export function tellOpenFiles({ openChanged }: ScanState): ScanEffect[] {
  const changed = [...openChanged];
  openChanged.clear();
  return changed.map(([uri, { folder, facts }]) => ({
    kind: 'tell thread',
    task: { kind: 'open', folder, uri, facts },
  }));
}
