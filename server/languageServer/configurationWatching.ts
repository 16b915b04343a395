import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { isConfiguration, isKustomization } from '../documents/kindOf';
import { configurationFile } from '../protocol/starting';
import type { ReadableFiles } from '../workspace/files';
import { lookingAbove } from '../workspace/governingConfiguration';
import { folderOf, foldersAbove, isWithin, nameOf, normalUri } from '../workspace/uris';
import type { ClientSkills } from './clientSkills';

/** Knows which files decide how others are judged, and has the client watch them. */
export interface ConfigurationWatching {
  /** To be called when the client has said hello, and when workspace folders come or go. */
  readonly watchFolders: (folders: readonly string[]) => Promise<void>;
  /** To be told of each baseline that a configuration or the settings name, whatever it is called. */
  readonly watchBaseline: (uri: string) => void;
  /** To be told of the folder of each chart that is read. */
  readonly watchChart: (folder: string) => void;
  /** True for a file that decides how others are judged. */
  readonly configures: (uri: string) => boolean;
}

/** The names of files that decide, as a glob. */
const decidingNames = `{${configurationFile},[kK]ustomization,kustomization.{yaml,yml}}`;

/**
 * Watches what decides how files are judged. A client watches what is in its workspace folders; what lies elsewhere in their
 * repositories it has to be told of one by one.
 */
export function configurationWatching(
  { client }: Pick<Connection, 'client'>,
  files: ReadableFiles,
  { watchesFiles, watchesElsewhere }: Pick<ClientSkills, 'watchesFiles' | 'watchesElsewhere'>,
): ConfigurationWatching {
  const baselines = new Set<string>();
  const watched = new Set<string>();

  const watch = (folder: string | undefined, pattern: string) => {
    const key = `${folder}\n${pattern}`;
    if (watched.has(key) || !watchesFiles || (folder !== undefined && !watchesElsewhere)) return;
    watched.add(key);
    const globPattern = folder === undefined ? pattern : { baseUri: folder, pattern };
    void client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern }] });
  };

  return {
    async watchFolders(folders) {
      watch(undefined, `**/${decidingNames}`);
      const lookAbove = lookingAbove(files);
      for (const folder of folders) {
        const { repository } = await lookAbove(folder);
        if (repository === undefined) continue;
        for (const above of foldersAbove(folder)) if (isWithin(above, repository)) watch(above, decidingNames);
      }
    },
    watchBaseline(uri) {
      if (baselines.has(uri)) return;
      baselines.add(uri);
      const name = nameOf(uri).replace(/[*?[\]{}\\]/g, '?');
      if (watchesElsewhere) watch(folderOf(uri), name);
      else watch(undefined, `**/${name}`);
    },
    watchChart(folder) {
      if (watchesElsewhere) watch(folder, '**/*');
      else watch(undefined, '**/*.{tpl,tgz,txt}');
    },
    configures: (uri) => isConfiguration(uri) || isKustomization(uri) || baselines.has(normalUri(uri)),
  };
}
