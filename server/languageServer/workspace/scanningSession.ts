import type { Connection, FileEvent } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { LintedText } from '../../lint/lint';
import type { Surroundings } from '../../lint/surroundings';
import type { ObjectFacts } from '../../manifests/facts/objectFacts';
import type { ScanOutcome, WorkspaceState } from '../../protocol';

/** What a scan of the workspace needs of the session that it belongs to. */
export interface ScanningSession {
  readonly connection: Connection;
  /** The file that this program runs from: the thread that scans runs it too. */
  readonly program: string;
  /** The workspace folders that are on disk; absolute, `/` between folders. */
  readonly folders: () => readonly string[];
  /** Whether the client has any workspace folder, on disk or not. */
  readonly hasFolders: () => boolean;
  /** The settings under `seaworthy.` that count in a folder. */
  readonly settingsOf: (folder: string) => Promise<unknown>;
  readonly isOpen: (path: string) => boolean;
  /** True for a file that decides how others are judged. */
  readonly configures: (uri: string) => boolean;
  /** Told which baselines configurations name. */
  readonly onBaseline: (uri: string) => void;
  /** What open files see has changed: their diagnostics are asked for again. */
  readonly refreshOpen: () => void;
  readonly canShowProgress: boolean;
  readonly canWatch: boolean;
  readonly reportsSyntax: boolean;
  readonly rulePages: string | undefined;
}

/** Looks at the closed files of the workspace, as long as the settings say so. */
export interface WorkspaceScan {
  /** Compares with the settings and folders as they are now, and scans if they say something new. */
  readonly settle: () => Promise<void>;
  /** Scans because the user asked for it. */
  readonly scan: () => Promise<ScanOutcome>;
  readonly onFilesChanged: (events: readonly FileEvent[]) => void;
  /** What an open file sees of the others; undefined where nobody has looked. */
  readonly seenFrom: (path: string) => Surroundings | undefined;
  /** Every object that is known of, with the path of its file. */
  readonly objects: () => Iterable<{ readonly path: string; readonly facts: ObjectFacts }>;
  /** To be told what was found in an open file, as often as it is read. */
  readonly onRead: (path: string, linted: LintedText) => void;
  /** To be told before diagnostics of an open file are answered: the ones of the closed file are taken back. */
  readonly onShown: (path: string, diagnostics: readonly Diagnostic[]) => void;
  /** To be told what there is to show of an open file that the client shows no longer. */
  readonly onHidden: (path: string, diagnostics: readonly Diagnostic[]) => void;
  readonly onClosed: (path: string) => void;
  /** To be told what a configuration says in the editor; undefined when it was closed. */
  readonly onConfiguration: (path: string, text: string | undefined) => void;
  readonly state: () => WorkspaceState;
}
