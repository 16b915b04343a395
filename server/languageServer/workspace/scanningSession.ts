import type { Connection, FileEvent } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { ScanOutcome, WorkspaceState } from '../../protocol/workspace';
import type { FileFacts } from '../../workspace/judge/fileFacts';
import type { OpenFile } from './neighbourhoods';
import type { StartWorker } from './scanWorker';

/** The part of a session that the scan of its workspace needs. */
export interface ScanningSession {
  readonly connection: Connection;
  /** Starts the thread that scans. */
  readonly startWorker: StartWorker;
  /** The URIs of the workspace folders that are on disk. */
  readonly folders: () => readonly string[];
  /** Whether the client has any workspace folder, on disk or not. */
  readonly hasFolders: () => boolean;
  /** True for a file that decides how others are judged. */
  readonly configures: (uri: string) => boolean;
  /** Told which baselines configurations name. */
  readonly onBaseline: (uri: string) => void;
  /** The settings under `seaworthy.` that count in a folder, or outside of all. */
  readonly settingsOf: (folder: string | undefined) => Promise<unknown>;
  /** A file or folder as people read it. */
  readonly shownPath: (uri: string) => string;
  /** What open files see has changed: their diagnostics are asked for again. */
  readonly refreshOpen: () => void;
  readonly canShowProgress: boolean;
  readonly canWatch: boolean;
  readonly reportsSyntax: boolean;
  /** See `ConfigurationSources`. */
  readonly crowdedFolders: readonly string[];
  readonly rulePages: string | undefined;
}

/** Looks at the closed files of the workspace: what stands beside open ones, and all of it where the settings say so. */
export interface WorkspaceScan {
  /** What an open file sees of its neighbours; undefined where it is judged by itself. */
  readonly around: (file: OpenFile) => Surroundings | undefined;
  /** What a closed file sees; undefined where it is judged by itself. Waits until its neighbours are known. */
  readonly aroundClosed: (folder: string | undefined, uri: string) => Promise<Surroundings | undefined>;
  /** The objects of all neighbourhoods that are known. */
  readonly objects: () => Iterable<{ readonly uri: string; readonly facts: ObjectFacts }>;
  /** What the files of a neighbourhood tell, as far as they are known. */
  readonly factsIn: (folder: string) => Iterable<FileFacts>;
  readonly onClosed: (uri: string) => void;
  /** Compares with the settings and folders as they are now, and scans if they say something new. */
  readonly settle: () => Promise<void>;
  /** Scans because the user asked for it. */
  readonly scan: () => Promise<ScanOutcome>;
  readonly onFilesChanged: (events: readonly FileEvent[]) => void;
  /** To be called before the diagnostics of an open file are answered: the closed file's diagnostics are taken back. */
  readonly onShown: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** To be called with the diagnostics of an open file that the client shows no longer. */
  readonly onHidden: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** To be called with the text of a configuration in the editor; undefined when the configuration was closed. */
  readonly onConfiguration: (uri: string, text: string | undefined) => void;
  readonly state: () => WorkspaceState;
}
