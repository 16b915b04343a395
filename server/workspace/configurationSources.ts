import type { Overruling } from '../configuration/effectiveOptions';
import type { ChosenBaseline } from './baselineFiles';
import type { MaybePromise, NamedFiles, ReadableFiles } from './files';

/** A file, with the folder that it was opened in. */
export interface WorkspaceFile {
  readonly uri: string;
  /** The workspace folder that holds the file; undefined where none does. */
  readonly folder: string | undefined;
}

/** The sources of configurations. */
export interface ConfigurationSources {
  readonly files: ReadableFiles & NamedFiles;
  readonly reportsSyntax: boolean;
  /** What was said on the command line. */
  readonly overruling?: Overruling;
  /** The settings section `seaworthy` as it is for a file; the settings count where no configuration governs. */
  readonly settings?: (uri: string) => MaybePromise<unknown>;
  /** Told the faults of settings and baselines, once for each state of them. */
  readonly onProblem?: (message: string) => void;
  /** Told which baselines are named, before they are read. */
  readonly onBaseline?: (uri: string) => void;
  /** The baseline for all files; undefined if each configuration has its say. */
  readonly chosenBaseline?: ChosenBaseline | undefined;
  /** The folder that baselines have to be in where there is no repository. */
  readonly currentFolder?: string;
  /** Whether configurations above the folder of a file count although there is no repository. */
  readonly looksAboveFolders?: boolean;
  /** Folders where everybody leaves files, which make no neighbours of them. */
  readonly crowdedFolders?: readonly string[];
}
