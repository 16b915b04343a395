import { FileChangeType, type FileEvent, type FileSystemWatcher, WatchKind } from 'vscode-languageserver';
import { normalUri } from '../../workspace/uris';

/**
 * What an editor has to watch for a scan to stay current. Of folders that come or go some editors tell nothing but the
 * folder itself, whatever it is called.
 */
export const scanWatchers: FileSystemWatcher[] = [
  { globPattern: '**/*.{yaml,yml,json}' },
  { globPattern: '**/.gitignore' },
  { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
];

/** What changed files mean to a scan. */
export interface ScannedChanges {
  readonly uris: ReadonlySet<string>;
  /** True if files may have come or gone that nobody has named. */
  readonly areOthers: boolean;
}

/** Sorts out what a scan has to know of; undefined if it is nothing. */
export function scannedChanges(events: readonly FileEvent[]): ScannedChanges | undefined {
  const uris = new Set<string>();
  let areOthers = false;
  for (const { uri, type } of events) {
    if (/\/(?:node_modules|\.git)(?:\/|$)/.test(uri)) continue;
    const mayHoldManifest = /\.(?:ya?ml|json)$/i.test(uri);
    if (mayHoldManifest) uris.add(normalUri(uri));
    // Whether a new file is ignored is known once the folders are walked again.
    if (uri.endsWith('/.gitignore') || (type !== FileChangeType.Changed && !isOtherFile(uri))) areOthers = true;
  }
  return uris.size > 0 || areOthers ? { uris, areOthers } : undefined;
}

/** True for names that are no folder's, and no manifest's. */
function isOtherFile(uri: string): boolean {
  return /\.(?:[cm]?[jt]sx?|c|class|cpp|css|go|h|html|java|jpe?g|lock|log|map|md|o|png|py|pyc|rb|rs|sh|sw[op]|svg|tgz|tmp|txt)$/i.test(
    uri,
  );
}
