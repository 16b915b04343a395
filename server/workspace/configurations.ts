import type { ConfiguredChart } from '../configuration/configuration';
import { type FileOptions, isExcluded, optionsFor, profileFor } from '../configuration/effectiveOptions';
import type { KnownFindings } from '../lint/knownFindings';
import type { Profile } from '../rules/rule';
import { type ConfigurationFault, faultsIn } from './configurationFaults';
import type { ConfigurationSources, WorkspaceFile } from './configurationSources';
import { aboveOf, deciderOf, type KnownConfigurations, nothingRead, pathIn, quietOf } from './deciders';
import type { GoverningConfiguration } from './governingConfiguration';
import { folderOf, pathOfUri } from './uris';

/** What a file is linted with. */
export type ConfiguredFile = FileOptions & {
  /** The findings that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
  readonly profile: Profile;
  /** The configuration file that governs the file; undefined where the settings do. */
  readonly governor: string | undefined;
  /** False if the configuration has faults, so that nobody knows whether the file may be written. */
  readonly isSound: boolean;
};

/** How charts are used, as a configuration or the settings say. */
export interface ConfiguredCharts {
  readonly charts: readonly ConfiguredChart[];
  /** The folder that their globs start at. */
  readonly folder: string | undefined;
  /** The configuration file that says it; undefined where the settings do. */
  readonly governor: GoverningConfiguration | undefined;
  /** The root of the repository. */
  readonly repository: string | undefined;
}

/** How a file was requested. */
export interface FileRequest {
  /** True for a file that somebody has named: all its documents are checked. */
  readonly checksEveryDocument?: boolean;
  /** False for a file that only stands beside the files to be linted: nobody is told of faults in its configuration. */
  readonly isShown?: boolean;
}

/** Tells which options files are linted with; configurations that were read are remembered until `forget`. */
export interface Configurations {
  readonly optionsFor: (file: WorkspaceFile, request?: FileRequest) => Promise<ConfiguredFile>;
  readonly isExcluded: (file: WorkspaceFile) => Promise<boolean>;
  /** The configuration file that governs a file; undefined where the settings count. */
  readonly governorOf: (file: WorkspaceFile) => Promise<string | undefined>;
  /**
   * The folder whose files a file is judged among: that of the configuration that governs it, else the root of its
   * repository, else the folder that it was opened in, else its own. Undefined for what is judged by itself, or stands where there are
   * no neighbours.
   */
  readonly neighbourhoodOf: (file: WorkspaceFile) => Promise<string | undefined>;
  /** How the charts around a file are used, as its configuration says. */
  readonly chartsOf: (file: WorkspaceFile) => Promise<ConfiguredCharts>;
  /** What is wrong in the configurations of files that were asked for, with their baselines. */
  readonly faults: () => readonly ConfigurationFault[];
  /** To be called when a kustomization is edited; true if other files are to be judged anew. */
  readonly renewKustomization: (uri: string) => Promise<boolean>;
  /** To be called whenever a configuration file, a baseline, a kustomization or the settings may have changed. */
  readonly forget: () => void;
}

/** The configurations of files, for an editor and a command line alike. */
export function configurations(sources: ConfigurationSources): Configurations {
  let known = nothingRead(sources);
  return {
    optionsFor: (file, request) => configuredFile(known, file, request),
    async isExcluded(file) {
      const decider = await deciderOf(known, file, await aboveOf(known, file));
      return isExcluded(decider.configuration, pathIn(decider, file.uri));
    },
    governorOf: async (file) => (await aboveOf(known, file)).governor?.uri,
    neighbourhoodOf: (file) => neighbourhoodOf(known, file),
    async chartsOf(file) {
      const above = await aboveOf(known, file);
      const { configuration, folder, governor } = await deciderOf(known, file, above);
      return { charts: configuration.charts, folder, governor, repository: above.repository };
    },
    faults: () => [
      ...known.baselines.faultsOfChosen(),
      ...[...known.told].flatMap((governor) => [...faultsIn(governor), ...known.baselines.faultsOf(governor)]),
    ],
    renewKustomization: (uri) => known.patches.renew(folderOf(uri)),
    forget() {
      known = nothingRead(sources);
    },
  };
}

async function configuredFile(
  known: KnownConfigurations,
  file: WorkspaceFile,
  { checksEveryDocument = false, isShown = true }: FileRequest = {},
): Promise<ConfiguredFile> {
  const { reportsSyntax, overruling, looksAboveFolders } = known.sources;
  const over = await aboveOf(known, file);
  const decider = await deciderOf(known, file, over);
  const { configuration, governor } = decider;
  if (governor && isShown) known.told.add(governor);
  const top = over.repository ?? (looksAboveFolders ? undefined : file.folder);
  const isPatch = await known.patches.isPatch(file.uri, top);
  const mayGainKeys = await known.patches.mayGainKeys(file.uri, top);
  const context = { reportsSyntax, checksEveryDocument, isPatch, mayGainKeys, ...(overruling && { overruling }) };
  const path = pathIn(decider, file.uri);
  return {
    ...optionsFor(configuration, path, context),
    quiet: await quietOf(known, decider, file),
    profile: profileFor(configuration, path),
    governor: governor?.uri,
    isSound: !governor || governor.reading.problems.length === 0,
  };
}

async function neighbourhoodOf(known: KnownConfigurations, file: WorkspaceFile): Promise<string | undefined> {
  const { overruling, crowdedFolders = [] } = known.sources;
  const over = await aboveOf(known, file);
  const { governor, repository } = over;
  if (overruling?.alone === true || (await deciderOf(known, file, over)).configuration.alone) return undefined;
  const named = governor?.folder ?? repository ?? file.folder;
  if (named !== undefined) return named;
  const own = folderOf(file.uri);
  const isLonely = pathOfUri(own) === undefined || folderOf(own) === own || crowdedFolders.includes(own);
  return isLonely ? undefined : own;
}
