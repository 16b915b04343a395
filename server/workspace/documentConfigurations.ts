import { type ConfigurationReading, emptyConfiguration } from '../configuration/configuration';
import { type FileOptions, optionsFor, profileFor } from '../configuration/effectiveOptions';
import { readSettings } from '../configuration/readSettings';
import type { KnownFindings } from '../lint/knownFindings';
import type { Profile } from '../rules/rule';
import { type BaselineReading, baselineIn, baselineUri } from './baseline';
import type { NamedFiles, ReadableFiles } from './files';
import { governing, rootAround } from './governingConfiguration';
import { patchFiles } from './patchFiles';
import { folderOf, nameOf, pathOfUri, relativeTo, shownUri } from './uris';

/** Where a document stands. */
export interface DocumentPlace {
  readonly uri: string;
  /** The workspace folder that holds it; undefined where none does. */
  readonly folder: string | undefined;
}

/** What configurations are made from. */
export interface ConfigurationSources {
  readonly files: ReadableFiles & NamedFiles;
  /** The settings section `seaworthy` as it is for a document. */
  readonly settings: (uri: string) => Promise<unknown>;
  /** Told what can't be meant in the settings, once for each state of them. */
  readonly onSettingsProblem: (message: string) => void;
  readonly reportsSyntax: boolean;
}

/** What a document is linted with. */
export type DocumentOptions = FileOptions & {
  /** The findings that a baseline keeps quiet. */
  readonly quiet?: KnownFindings | undefined;
  readonly profile: Profile;
  /** The configuration file that governs it; undefined where the settings do. */
  readonly governor: string | undefined;
};

/** Answers which options a document is linted with, and remembers the answers until told to forget them. */
export interface DocumentConfigurations {
  readonly optionsFor: (place: DocumentPlace) => Promise<DocumentOptions>;
  /** The configuration file that governs a document; undefined where the settings count. */
  readonly governorOf: (place: DocumentPlace) => Promise<string | undefined>;
  /** To be called whenever a configuration file or the settings may have changed. */
  readonly forget: () => void;
}

/** The configurations of the documents of an editor. */
export function documentConfigurations(sources: ConfigurationSources): DocumentConfigurations {
  const answers = new Map<string, Promise<DocumentOptions>>();
  const baselines = new Map<string, Promise<BaselineReading>>();
  const governors = new Map<string, ReturnType<typeof governing>>();
  const readings = new Map<string, ConfigurationReading>();
  let patches = patchFiles(sources.files);

  const settingsOf = async (uri: string): Promise<ConfigurationReading> => {
    const settings = await sources.settings(uri);
    const key = JSON.stringify(settings) ?? '';
    // Documents with the same settings share one configuration, and with it their lint options.
    const known = readings.get(key);
    if (known) return known;
    const reading =
      settings === undefined ? { configuration: emptyConfiguration, problems: [] } : readSettings(settings);
    readings.set(key, reading);
    for (const { message } of reading.problems) sources.onSettingsProblem(message);
    return reading;
  };

  const governorOf = ({ uri, folder }: DocumentPlace) => {
    const key = `${folderOf(uri)}\n${folder ?? ''}`;
    let governor = governors.get(key);
    if (!governor) {
      governor = governing(uri, folder, sources.files);
      governors.set(key, governor);
    }
    return governor;
  };

  /** @param base the folder of what names the baseline */
  const quietIn = async (base: string | undefined, baseline: string | undefined, { uri, folder }: DocumentPlace) => {
    if (base === undefined || baseline === undefined) return undefined;
    const file = baselineUri(base, baseline);
    const key = `${file}\n${base}`;
    let known = baselines.get(key);
    if (!known) {
      const { files } = sources;
      known = rootAround(base, folder, files).then(async (root) => baselineIn(await files.readNamed(file, root)));
      baselines.set(key, known);
      const { fault } = await known;
      if (fault !== undefined) sources.onSettingsProblem(`the baseline ${shownUri(file)} ${fault}`);
    }
    return (await known).baseline.get(relativeTo(folderOf(file), uri));
  };

  const answer = async (place: DocumentPlace): Promise<DocumentOptions> => {
    const { uri, folder } = place;
    const isPatch = await patches.isPatch(uri, folder);
    const mayGainKeys = await patches.mayGainKeys(uri, folder);
    const context = { reportsSyntax: sources.reportsSyntax, checksEveryDocument: false, isPatch, mayGainKeys };
    const governor = await governorOf(place);
    if (governor) {
      const { configuration } = governor.reading;
      const quiet = await quietIn(governor.folder, configuration.baseline, place);
      const relative = relativeTo(governor.folder, uri);
      const profile = profileFor(configuration, relative);
      return { ...optionsFor(configuration, relative, context), quiet, profile, governor: governor.uri };
    }
    const { configuration } = await settingsOf(uri);
    const relative = folder === undefined ? withoutFolder(uri) : relativeTo(folder, uri);
    const quiet = await quietIn(folder, configuration.baseline, place);
    const profile = profileFor(configuration, relative);
    return { ...optionsFor(configuration, relative, context), quiet, profile, governor: undefined };
  };

  return {
    optionsFor(place) {
      let known = answers.get(place.uri);
      if (!known) {
        known = answer(place);
        answers.set(place.uri, known);
      }
      return known;
    },
    governorOf: async (place) => (await governorOf(place))?.uri,
    forget() {
      answers.clear();
      governors.clear();
      baselines.clear();
      readings.clear();
      patches = patchFiles(sources.files);
    },
  };
}

/** What globs are held against where a document stands in no folder: its path, or its name if it is no file. */
function withoutFolder(uri: string): string {
  return pathOfUri(uri)?.replace(/^\/+/, '') ?? nameOf(uri);
}
