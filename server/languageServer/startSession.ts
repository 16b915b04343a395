import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ownAnswers } from '../editing/editing';
import type { Hash } from '../lint/fingerprints/fingerprints';
import { printable } from '../lint/printable';
import { keptCharts } from '../workspace/charts/keptCharts';
import { type Configurations, configurations as configurationsOf } from '../workspace/configurations';
import type { Files } from '../workspace/files';
import { normalUri, pathOfUri, shownUri } from '../workspace/uris';
import { chartHints } from './charts/chartHints';
import { shownCharts } from './charts/shownCharts';
import { clientSettings } from './clientSettings';
import { skillsOf } from './clientSkills';
import { configurationWatching } from './configurationWatching';
import { refreshDiagnostics } from './diagnosticRequests';
import { faultLog } from './faultLog';
import { guarded } from './guard';
import { readStartingOptions, type StartingOptions } from './initializationOptions';
import { installedSnippets } from './installedSnippets';
import { lintedDocuments } from './lintedDocuments';
import { openDocumentsFirst } from './openFiles';
import { openFolders, rootsOf } from './openFolders';
import { judgeAnew } from './renewal';
import type { Session } from './session';
import type { WorkspaceScan } from './workspace/scanningSession';
import type { StartWorker } from './workspace/scanWorker';
import { workspaceScan } from './workspace/workspaceScan';
import { workspaceProfiles } from './workspaceProfiles';

/** What the server is started with beside the files that it reads. */
export interface ServerMeans {
  readonly hashOf: Hash;
  /** The time in milliseconds. */
  readonly now: () => number;
  /** Where the server's snippets are, a URI. */
  readonly snippetFolder: string;
  /** URIs of folders where everybody leaves files, which are no neighbours for that. */
  readonly crowdedFolders: readonly string[];
  /** Starts the thread that scans the workspace. */
  readonly startWorker: StartWorker;
}

/** What a session is built from. */
export interface SessionMeans extends ServerMeans {
  readonly connection: Connection;
  readonly files: Files;
}

/** The session of a client that says hello. */
export function startSession(params: InitializeParams, means: SessionMeans): Session {
  const { connection, files, now, snippetFolder } = means;
  const skills = skillsOf(params.capabilities);
  const options = startingOptions(params, connection);
  const documents = new TextDocuments(TextDocument);
  const folders = openFolders(params);
  const watching = configurationWatching(connection, files, skills);
  const settings = clientSettings(connection, skills, () => judgeAnew(session));
  const refreshOpen = () => refreshDiagnostics(session);
  const base = { ...means, skills, options, documents, folders, watching, settings, refreshOpen };
  const configurations = configurationsIn(base);
  const scan = scanIn(base, rootsOf(params).length > 0);
  const charts = keptCharts({ files, openFiles: () => openFilesIn(documents), onChart: watching.watchChart });
  const shown = shownCharts({
    charts,
    configurations,
    files: openDocumentsFirst(files, documents),
    fileOf: folders.fileOf,
    factsIn: scan.factsIn,
  });
  const { looksAtJson } = options;
  const session: Session = {
    connection,
    documents,
    files,
    skills,
    options,
    settings,
    folders,
    watching,
    configurations,
    charts,
    hints: chartHints({
      documents,
      charts,
      shownCharts: shown,
      folders,
      configurations,
      refreshOpen,
      guarded: (step) => void guarded(session, 'The open charts', step),
    }),
    shownCharts: shown,
    hashOf: means.hashOf,
    scan,
    logFault: faultLog(connection.console),
    linted: lintedDocuments({
      folders,
      configurations,
      scan,
      charts,
      shownCharts: shown,
      looksAtJson,
      hashOf: means.hashOf,
    }),
    ownAnswers: ownAnswers(base),
    snippets: installedSnippets(files, snippetFolder),
    profiles: workspaceProfiles(files, folders.uris, now),
  };
  return session;
}

/** What is there before anything is judged. */
interface SessionBase
  extends SessionMeans,
    Pick<Session, 'skills' | 'options' | 'documents' | 'folders' | 'watching' | 'settings'> {
  /** Has the diagnostics of open files asked for again. */
  readonly refreshOpen: () => void;
}

function startingOptions({ initializationOptions }: InitializeParams, { console }: Connection): StartingOptions {
  const { options, problems } = readStartingOptions(initializationOptions);
  for (const problem of problems) console.warn(printable(`Initialization options: ${problem}`));
  return options;
}

function* openFilesIn(documents: TextDocuments<TextDocument>) {
  for (const document of documents.all()) yield { uri: normalUri(document.uri), text: document.getText() };
}

function configurationsIn(base: SessionBase): Configurations {
  const { connection, files, documents, settings, options, watching, crowdedFolders } = base;
  return configurationsOf({
    files: openDocumentsFirst(files, documents),
    settings: settings.of,
    onProblem: (message) => connection.console.warn(printable(`Settings: ${message}`)),
    reportsSyntax: options.reportsSyntax,
    onBaseline: watching.watchBaseline,
    crowdedFolders,
  });
}

function scanIn(base: SessionBase, hasFolders: boolean): WorkspaceScan {
  const { connection, startWorker, folders, settings, watching, skills, options, crowdedFolders, refreshOpen } = base;
  return workspaceScan({
    connection,
    startWorker,
    folders: () => folders.uris().filter((folder) => pathOfUri(folder) !== undefined),
    hasFolders: () => hasFolders,
    settingsOf: settings.of,
    configures: watching.configures,
    onBaseline: watching.watchBaseline,
    shownPath: shownUri,
    crowdedFolders,
    refreshOpen,
    canShowProgress: skills.showsProgress,
    canWatch: skills.watchesFiles,
    reportsSyntax: options.reportsSyntax,
    rulePages: options.rulePages,
  });
}
