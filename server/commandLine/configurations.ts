import { homedir, tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { FileOptions, Overruling } from '../configuration/effectiveOptions';
import type { KnownFindings } from '../lint/knownFindings';
import type { SetSources } from '../workspace/charts/setsInUse';
import type { ConfigurationFault } from '../workspace/configurationFaults';
import type { WorkspaceFile } from '../workspace/configurationSources';
import { configurations as configurationsOf } from '../workspace/configurations';
import { diskFiles, textIn } from '../workspace/disk/diskFiles';
import { shownPath } from '../workspace/disk/paths';
import { readBytes } from '../workspace/disk/readBytes';
import { joined, shownUri, uriOfPath } from '../workspace/uris';
import { lineStarts, positionAt } from '../yaml/parsing/lines';
import { excerptOf } from './excerpt';
import type { ConfigurationComplaint } from './report';

/** The options of a file, and the configuration that they come from. */
export interface ConfiguredFile {
  readonly options: FileOptions;
  /** The name of the governing configuration file. */
  readonly configurationName: string | undefined;
  /** False if the configuration has faults, so that nobody knows whether the file may be written. */
  readonly isSound: boolean;
  /** The findings of the file that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
}

/** A file to be configured. */
export interface ConfigurableFile {
  readonly path: string;
  readonly isNamed: boolean;
  /** False for a file that was not requested: nobody is told of faults in its configuration. */
  readonly isShown: boolean;
}

/** Finds the options of files; configurations that were read are remembered. */
export interface Configurations {
  readonly configured: (file: ConfigurableFile) => Promise<ConfiguredFile>;
  readonly isExcluded: (path: string) => Promise<boolean>;
  /**
   * The folder whose files those of a folder are judged among: that of its configuration, else its repository's root.
   * Undefined for those that are judged by themselves.
   *
   * @param otherwise where it has neither
   */
  readonly neighbourhoodOf: (folder: string, otherwise: string | undefined) => Promise<string | undefined>;
  /** What says how charts are used. */
  readonly sources: Pick<SetSources, 'configurations' | 'fileOf' | 'onFaults'>;
  /** What is wrong in the configuration files that govern files which were asked for, as far as they were configured. */
  readonly complaints: () => readonly ConfigurationComplaint[];
}

/**
 * Configurations as the files in the file system have them, overruled by what stands on the command line.
 *
 * @param chosenBaseline absolute path of the baseline for all files, empty for none; undefined if each configuration has its say
 */
export function configurations(
  currentFolder: string,
  overruling: Overruling,
  chosenBaseline: string | undefined,
): Configurations {
  const known = configurationsOf({
    files: diskFiles,
    reportsSyntax: true,
    overruling,
    currentFolder: uriOfPath(currentFolder),
    looksAboveFolders: true,
    crowdedFolders: [homedir(), tmpdir()].map(uriOfPath),
    chosenBaseline:
      chosenBaseline === undefined
        ? undefined
        : chosenBaseline === ''
          ? 'none'
          : {
              uri: uriOfPath(chosenBaseline),
              // A path that somebody gives on the command line is taken as given, whatever is there.
              read: () => textIn(readBytes(chosenBaseline, { takesPipes: true })),
            },
  });
  const nameOf = (uri: string) => shownPath(resolve(shownUri(uri)), currentFolder);
  const found: ConfigurationFault[] = [];
  const fileOf = (path: string): WorkspaceFile => ({ uri: uriOfPath(path), folder: undefined });

  return {
    sources: {
      configurations: known,
      fileOf: (uri) => ({ uri, folder: undefined }),
      onFaults: (faults) => void found.push(...faults),
    },
    async configured({ path, isNamed, isShown }) {
      const configured = await known.optionsFor(fileOf(path), { checksEveryDocument: isNamed, isShown });
      const { governor, isSound, quiet } = configured;
      const configurationName = governor === undefined ? undefined : nameOf(governor);
      return { options: configured, configurationName, isSound, quiet };
    },
    isExcluded: (path) => known.isExcluded(fileOf(path)),
    async neighbourhoodOf(folder, otherwise) {
      const place = { uri: joined(uriOfPath(folder), 'manifest.yaml'), folder: otherwise && uriOfPath(otherwise) };
      const found = await known.neighbourhoodOf(place);
      return found === undefined ? undefined : resolve(shownUri(found));
    },
    complaints() {
      const starts = new Map<string, number[]>();
      return [...known.faults(), ...found].map((fault) => {
        const { uri, text } = fault;
        starts.set(text, starts.get(text) ?? lineStarts(text));
        return complaintOf(fault, nameOf(uri), starts.get(text) ?? []);
      });
    },
  };
}

function complaintOf(
  { message, text, start, end }: ConfigurationFault,
  name: string,
  starts: readonly number[],
): ConfigurationComplaint {
  const { line, character } = positionAt(starts, start);
  return { name, message, start: { line: line + 1, column: character + 1 }, excerpt: excerptOf(text, start, end) };
}
