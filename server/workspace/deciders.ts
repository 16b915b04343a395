import type { Configuration } from '../configuration/configuration';
import { readSettings } from '../configuration/readSettings';
import type { KnownFindings } from '../lint/knownFindings';
import { type BaselineFinder, baselineFinder } from './baselineFiles';
import type { ConfigurationSources, WorkspaceFile } from './configurationSources';
import { type Above, type GoverningConfiguration, lookingAbove } from './governingConfiguration';
import { type PatchFiles, patchFiles } from './patchFiles';
import { folderOf, isWithin, nameOf, pathOfUri, relativeTo } from './uris';

/** What decides about a file: a configuration file, or the settings. */
export interface Decider {
  readonly configuration: Configuration;
  /** The folder that globs and the baseline's path start at. */
  readonly folder: string | undefined;
  readonly governor: GoverningConfiguration | undefined;
}

/** The configurations and settings that were read. */
export interface KnownConfigurations {
  readonly sources: ConfigurationSources;
  readonly above: (folder: string) => Promise<Above>;
  readonly patches: PatchFiles;
  /** By the settings, in JSON. */
  readonly settings: Map<string, Configuration>;
  readonly baselines: BaselineFinder;
  /** The configurations of files that were asked for. */
  readonly told: Set<GoverningConfiguration>;
}

/** Nothing read yet. */
export function nothingRead(sources: ConfigurationSources): KnownConfigurations {
  const { files, chosenBaseline: chosen, onProblem = () => {}, onBaseline: onNamed = () => {} } = sources;
  return {
    sources,
    above: lookingAbove(files),
    patches: patchFiles(files),
    settings: new Map(),
    baselines: baselineFinder({ files, chosen, onProblem, onNamed }),
    told: new Set(),
  };
}

/** The configuration and the repository above a file, as far as they count for the file. */
export async function aboveOf({ sources, above }: KnownConfigurations, { uri, folder }: WorkspaceFile): Promise<Above> {
  const found = await above(folderOf(uri));
  const { governor, repository } = found;
  const isNear = !governor || folder === undefined || isWithin(governor.folder, folder);
  const counts = isNear || repository !== undefined || sources.looksAboveFolders === true;
  return counts ? found : { governor: undefined, repository };
}

/** What decides about a file. */
export async function deciderOf(
  known: KnownConfigurations,
  { uri, folder }: WorkspaceFile,
  { governor }: Above,
): Promise<Decider> {
  return governor
    ? { configuration: governor.reading.configuration, folder: governor.folder, governor }
    : { configuration: await settingsFor(known, uri), folder, governor: undefined };
}

/** The findings of a file that a baseline keeps quiet. */
export async function quietOf(
  { sources, above, baselines }: KnownConfigurations,
  { configuration, folder, governor }: Decider,
  file: WorkspaceFile,
): Promise<KnownFindings | undefined> {
  if (folder === undefined || configuration.baseline === undefined) return baselines.quietFor(file.uri);
  const { repository } = await above(folder);
  const holding = [sources.currentFolder, file.folder].find((outer) => outer && isWithin(folder, outer));
  const named = { folder, path: configuration.baseline, governor, root: repository ?? holding ?? folder };
  return baselines.quietFor(file.uri, named);
}

/** What the globs of a decider are held against. */
export function pathIn({ folder }: Decider, uri: string): string {
  if (folder !== undefined) return relativeTo(folder, uri);
  return pathOfUri(uri)?.replace(/^\/+/, '') ?? nameOf(uri);
}

async function settingsFor({ sources, settings: known }: KnownConfigurations, uri: string): Promise<Configuration> {
  const settings = await sources.settings?.(uri);
  const key = JSON.stringify(settings) ?? '';
  // Files with the same settings share one configuration, and with it their lint options.
  const same = known.get(key);
  if (same) return same;
  const { configuration, problems } = readSettings(settings);
  known.set(key, configuration);
  for (const { message } of problems) sources.onProblem?.(message);
  return configuration;
}
