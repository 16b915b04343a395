import type { Overruling } from '../configuration/effectiveOptions';
import type { ChosenBaseline } from './baselineFiles';
import type { MaybePromise, NamedFiles, ReadableFiles } from './files';

/** A file, with the folder that it was opened in. */
export interface WorkspaceFile {
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
  /** Whether configurations above the folder of a file count although there is no repository. */
  readonly looksAboveFolders?: boolean;
  /** Folders where everybody leaves files, which make no neighbours of them. */
  readonly crowdedFolders?: readonly string[];
}
