import { FileChangeType, type FileEvent, type FileSystemWatcher, WatchKind } from 'vscode-languageserver/node';
import { filePathOf } from '../../workspace/paths';

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
  readonly paths: ReadonlySet<string>;
  /** True if files may have come or gone that nobody has named. */
  readonly areOthers: boolean;
}

/** Sorts out what a scan has to know of; undefined if it is nothing. */
export function scannedChanges(events: readonly FileEvent[]): ScannedChanges | undefined {
  const paths = new Set<string>();
  let areOthers = false;
  for (const { uri, type } of events) {
    const path = filePathOf(uri);
    if (/\/(?:node_modules|\.git)(?:\/|$)/.test(path)) continue;
    const mayHoldManifest = /\.(?:ya?ml|json)$/i.test(path);
    if (mayHoldManifest) paths.add(path);
    // Whether a new file is ignored is known once the folders are walked again.
    if (path.endsWith('/.gitignore') || (type !== FileChangeType.Changed && !isOtherFile(path))) areOthers = true;
  }
  return paths.size > 0 || areOthers ? { paths, areOthers } : undefined;
}

/** True for names that are no folder's, and no manifest's. */
function isOtherFile(path: string): boolean {
  return /\.(?:[cm]?[jt]sx?|c|class|cpp|css|go|h|html|java|jpe?g|lock|log|map|md|o|png|py|pyc|rb|rs|sh|sw[op]|svg|tgz|tmp|txt)$/i.test(
    path,
  );
}
