import type { Configuration } from '../configuration/configuration';
import {
  type FileOptions,
  isExcluded,
  type Overruling,
  optionsFor,
  profileFor,
} from '../configuration/effectiveOptions';
import { readSettings } from '../configuration/readSettings';
import type { KnownFindings } from '../lint/knownFindings';
import type { Profile } from '../rules/rule';
import { type BaselineFinder, baselineFinder, type ChosenBaseline } from './baselineFiles';
import { type ConfigurationFault, faultsIn } from './configurationFaults';
import type { MaybePromise, NamedFiles, ReadableFiles } from './files';
import { type Above, type GoverningConfiguration, lookingAbove } from './governingConfiguration';
import { type PatchFiles, patchFiles } from './patchFiles';
import { folderOf, isWithin, nameOf, pathOfUri, relativeTo } from './uris';

/** Where a file stands. */
export interface DocumentPlace {
  readonly uri: string;
  /** The workspace folder that holds it, or the one given on the command line; undefined where none does. */
  readonly folder: string | undefined;
}

/** What configurations are made from. */
export interface ConfigurationSources {
  readonly files: ReadableFiles & NamedFiles;
  readonly reportsSyntax: boolean;
  /** What was said on the command line. */
  readonly overruling?: Overruling;
  /** The settings section `seaworthy` as it is for a file; it counts where no configuration governs. */
  readonly settings?: (uri: string) => MaybePromise<unknown>;
  /** Told what can't be meant in the settings, and which baselines can't be read, once for each state of them. */
  readonly onProblem?: (message: string) => void;
  /** Told which baselines are named, before they are read. */
  readonly onBaseline?: (uri: string) => void;
  /** The baseline for all files; undefined if each configuration has its say. */
  readonly chosenBaseline?: ChosenBaseline | undefined;
  /** A folder that holds what configurations in it name, where there is no repository. */
  readonly currentFolder?: string;
  /** Whether configurations above the folder of a place count although there is no repository. */
  readonly looksAboveFolders?: boolean;
  /** Folders where everybody leaves files, which make no neighbours of them. */
  readonly crowdedFolders?: readonly string[];
}

/** What a file is linted with. */
export type ConfiguredFile = FileOptions & {
  /** The findings that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
  readonly profile: Profile;
  /** The configuration file that governs it; undefined where the settings do. */
  readonly governor: string | undefined;
  /** False if the configuration can't be meant as it is written, so that nobody knows whether the file may be written. */
  readonly isSound: boolean;
};

/** How a file was asked for. */
export interface Asking {
  /** True for one that somebody has named: all its documents are meant. */
  readonly checksEveryDocument?: boolean;
  /** False for one that stands beside others that were asked for: nobody is told of mistakes in its configuration. */
  readonly isShown?: boolean;
}

/** Answers which options files are linted with; what it has read it remembers until told to forget it. */
export interface Configurations {
  readonly optionsFor: (place: DocumentPlace, asking?: Asking) => Promise<ConfiguredFile>;
  readonly isExcluded: (place: DocumentPlace) => Promise<boolean>;
  /** The configuration file that governs a file; undefined where the settings count. */
  readonly governorOf: (place: DocumentPlace) => Promise<string | undefined>;
  /**
   * The folder whose files a file is judged among: that of the configuration that governs it, else the root of its
   * repository, else the folder of its place, else its own. Undefined for what is judged by itself, or stands where there are
   * no neighbours.
   */
  readonly neighbourhoodOf: (place: DocumentPlace) => Promise<string | undefined>;
  /** What is wrong in the configurations of files that were asked for, with their baselines. */
  readonly faults: () => readonly ConfigurationFault[];
  /** To be called when a kustomization says something else in the editor; true if others are to be judged anew. */
  readonly renewKustomization: (uri: string) => Promise<boolean>;
  /** To be called whenever a configuration file, a baseline, a kustomization or the settings may have changed. */
  readonly forget: () => void;
}

/** What decides about a file: a configuration file, or the settings. */
interface Decider {
  readonly configuration: Configuration;
  /** What its globs and its baseline go from. */
  readonly folder: string | undefined;
  readonly governor: GoverningConfiguration | undefined;
}

/** What has been read. */
interface Known {
  readonly above: (folder: string) => Promise<Above>;
  readonly patches: PatchFiles;
  readonly settings: Map<string, Configuration>;
  readonly baselines: BaselineFinder;
  /** The configurations of files that were asked for. */
  readonly told: Set<GoverningConfiguration>;
}

/** The configurations of files, for an editor and a command line alike. */
export function configurations(sources: ConfigurationSources): Configurations {
  const {
    files,
    overruling,
    reportsSyntax,
    onProblem = () => {},
    onBaseline = () => {},
    crowdedFolders = [],
  } = sources;
  const nothing = (): Known => ({
    above: lookingAbove(files),
    patches: patchFiles(files),
    settings: new Map(),
    baselines: baselineFinder({ files, chosen: sources.chosenBaseline, onProblem, onNamed: onBaseline }),
    told: new Set(),
  });
  let known = nothing();

  const settingsFor = async (uri: string): Promise<Configuration> => {
    const settings = await sources.settings?.(uri);
    const key = JSON.stringify(settings) ?? '';
    // Files with the same settings share one configuration, and with it their lint options.
    const same = known.settings.get(key);
    if (same) return same;
    const { configuration, problems } = readSettings(settings);
    known.settings.set(key, configuration);
    for (const { message } of problems) onProblem(message);
    return configuration;
  };

  const above = async ({ uri, folder }: DocumentPlace): Promise<Above> => {
    const found = await known.above(folderOf(uri));
    const { governor, repository } = found;
    const isNear = !governor || folder === undefined || isWithin(governor.folder, folder);
    const counts = isNear || repository !== undefined || sources.looksAboveFolders === true;
    return counts ? found : { governor: undefined, repository };
  };

  const deciderOf = async ({ uri, folder }: DocumentPlace, { governor }: Above): Promise<Decider> =>
    governor
      ? { configuration: governor.reading.configuration, folder: governor.folder, governor }
      : { configuration: await settingsFor(uri), folder, governor: undefined };

  const quietOf = async ({ configuration, folder, governor }: Decider, place: DocumentPlace) => {
    if (folder === undefined || configuration.baseline === undefined) return known.baselines.quietFor(place.uri);
    const { repository } = await known.above(folder);
    const holding = [sources.currentFolder, place.folder].find((outer) => outer && isWithin(folder, outer));
    const named = { folder, path: configuration.baseline, governor, root: repository ?? holding ?? folder };
    return known.baselines.quietFor(place.uri, named);
  };

  return {
    async optionsFor(place, { checksEveryDocument = false, isShown = true } = {}) {
      const over = await above(place);
      const decider = await deciderOf(place, over);
      const { configuration, governor } = decider;
      if (governor && isShown) known.told.add(governor);
      const top = over.repository ?? (sources.looksAboveFolders ? undefined : place.folder);
      const isPatch = await known.patches.isPatch(place.uri, top);
      const mayGainKeys = await known.patches.mayGainKeys(place.uri, top);
      const context = { reportsSyntax, checksEveryDocument, isPatch, mayGainKeys, ...(overruling && { overruling }) };
      const path = pathIn(decider, place.uri);
      return {
        ...optionsFor(configuration, path, context),
        quiet: await quietOf(decider, place),
        profile: profileFor(configuration, path),
        governor: governor?.uri,
        isSound: !governor || governor.reading.problems.length === 0,
      };
    },
    async isExcluded(place) {
      const decider = await deciderOf(place, await above(place));
      return isExcluded(decider.configuration, pathIn(decider, place.uri));
    },
    governorOf: async (place) => (await above(place)).governor?.uri,
    async neighbourhoodOf(place) {
      const over = await above(place);
      const { governor, repository } = over;
      if (overruling?.alone === true || (await deciderOf(place, over)).configuration.alone) return undefined;
      const named = governor?.folder ?? repository ?? place.folder;
      if (named !== undefined) return named;
      const own = folderOf(place.uri);
      const isLonely = pathOfUri(own) === undefined || folderOf(own) === own || crowdedFolders.includes(own);
      return isLonely ? undefined : own;
    },
    faults: () => [
      ...known.baselines.faultsOfChosen(),
      ...[...known.told].flatMap((governor) => [...faultsIn(governor), ...known.baselines.faultsOf(governor)]),
    ],
    renewKustomization: (uri) => known.patches.renew(folderOf(uri)),
    forget() {
      known = nothing();
    },
  };
}

/** What globs are held against. */
function pathIn({ folder }: Decider, uri: string): string {
  if (folder !== undefined) return relativeTo(folder, uri);
  return pathOfUri(uri)?.replace(/^\/+/, '') ?? nameOf(uri);
}
