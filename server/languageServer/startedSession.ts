import type { Connection, InitializeParams } from 'vscode-languageserver';
import { printable } from '../lint/printable';
import { type Configurations, configurations as configurationsOf } from '../workspace/configurations';
import type { NamedFiles, ReadableFiles } from '../workspace/files';
import { pathOfUri, shownUri } from '../workspace/uris';
import { type ClientSkills, skillsOf } from './capabilities';
import type { ConfigurationWatching } from './configurationWatching';
import { type DocumentPlaces, documentPlaces, rootsOf } from './documentPlaces';
import {
  completionCommand,
  hasCommands,
  hasSchemas,
  looksAtJson,
  reportsLimits,
  reportsSyntax,
  rulePages,
} from './initializationOptions';
import type { WorkspaceScan } from './workspace/scanningSession';
import type { StartWorker } from './workspace/scanWorker';
import { workspaceScan } from './workspace/workspaceScan';

/** Everything that one client has started with, known once it has said hello. */
export interface Session {
  readonly skills: ClientSkills;
  readonly configurations: Configurations;
  readonly places: DocumentPlaces;
  readonly scan: WorkspaceScan;
  readonly hasCommands: boolean;
  /** What stands before a rule's id in the address of the client's page about it. */
  readonly rulePages: string | undefined;
  /** Whether another extension completes what the schemas of Kubernetes say. */
  readonly hasSchemas: boolean;
  /** Whether the client wants manifests in JSON looked at. */
  readonly looksAtJson: boolean;
  /** Whether nobody else warns of missing resource limits in what is open. */
  readonly reportsLimits: boolean;
  /** The client's command that asks for completions at the cursor. */
  readonly completionCommand: string | undefined;
}

/** What a session works with. */
export interface SessionMeans {
  readonly connection: Connection;
  readonly files: ReadableFiles & NamedFiles;
  /** The settings under `seaworthy.` as they are for a document or folder, or for the window. */
  readonly settingsOf: (uri?: string) => Promise<unknown>;
  readonly watching: ConfigurationWatching;
  /** See `ServerSurroundings`; likewise the next one. */
  readonly crowdedFolders: readonly string[];
  readonly startWorker: StartWorker;
  /** Has the diagnostics of open files asked for again. */
  readonly refreshOpen: () => void;
}

/** The session of a client that says hello. */
export function startedSession(params: InitializeParams, means: SessionMeans): Session {
  const { connection, files, settingsOf, watching, crowdedFolders, startWorker, refreshOpen } = means;
  const { initializationOptions: options } = params;
  const skills = skillsOf(params.capabilities);
  const places = documentPlaces(params);
  return {
    skills,
    configurations: configurationsOf({
      files,
      settings: settingsOf,
      onProblem: (message) => connection.console.warn(printable(`Settings: ${message}`)),
      reportsSyntax: reportsSyntax(options),
      onBaseline: watching.watchBaseline,
      crowdedFolders,
    }),
    places,
    scan: workspaceScan({
      connection,
      startWorker,
      folders: () => places.folders().filter((folder) => pathOfUri(folder) !== undefined),
      hasFolders: () => rootsOf(params).length > 0,
      settingsOf,
      configures: watching.configures,
      onBaseline: watching.watchBaseline,
      shownPath: shownUri,
      crowdedFolders,
      refreshOpen,
      canShowProgress: skills.showsProgress,
      canWatch: skills.watchesFiles,
      reportsSyntax: reportsSyntax(options),
      rulePages: rulePages(options),
    }),
    hasCommands: hasCommands(options),
    rulePages: rulePages(options),
    hasSchemas: hasSchemas(options),
    looksAtJson: looksAtJson(options),
    reportsLimits: reportsLimits(options),
    completionCommand: completionCommand(options),
  };
}
