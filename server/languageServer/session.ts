import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../package.json';
import type { Hash } from '../lint/fingerprints/fingerprints';
import { decisionsChangedNotification, type TabClosedParams, tabClosedNotification } from '../protocol/documents';
import { scanWorkspaceRequest } from '../protocol/workspace';
import type { Files } from '../workspace/files';
import { normalUri } from '../workspace/uris';
import { initializeResult } from './capabilities';
import { clientSettings, followSettings } from './clientSettings';
import { answerCodeActions } from './codeActionRequests';
import { answerCompletionRequests } from './completionRequests';
import { configurationAnswers, isConfiguration } from './configurationAnswers';
import { answerConfigurationRequests } from './configurationRequests';
import { configurationWatching } from './configurationWatching';
import { answerDecisions } from './decisionRequests';
import { showDiagnostics } from './diagnosticRequests';
import { followFolders } from './documentPlaces';
import { followEdits } from './editedConfigurations';
import { faultLog } from './faultLog';
import { answerFileFixes } from './fileFixesRequest';
import { installedSnippets } from './installedSnippets';
import { lintedDocuments } from './lintedDocuments';
import { answerRequest, notify } from './messages';
import { openDocumentsFirst } from './openFiles';
import { answerPodSecurity } from './podSecurityRequests';
import { answerReadingRequests } from './readingRequests';
import { answerSnippetRequests } from './snippetRequests';
import { answerStandings } from './standingRequest';
import { type Session, startedSession } from './startedSession';
import { gathered } from './workspace/gathered';
import type { StartWorker } from './workspace/scanWorker';
import { workspaceProfiles } from './workspaceProfiles';

/** What the server is started with beside the files that it reads. */
export interface ServerSurroundings {
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

/** Serves one client until it disconnects. */
export function serve(
  connection: Connection,
  files: Files,
  { hashOf, now, snippetFolder, crowdedFolders, startWorker }: ServerSurroundings,
): void {
  const documents = new TextDocuments(TextDocument);
  const { answering, logFault } = faultLog(connection);
  let session: Session | undefined;
  const settings = clientSettings(connection, {
    skills: () => session?.skills,
    onAnswered: showAnew,
    onChanged: refresh,
  });
  const watching = configurationWatching(connection, files, () => session?.skills);
  const {
    now: lintedText,
    lately: lintedLately,
    closed: lintedClosed,
    catchUp,
    optionsOf,
    forget,
  } = lintedDocuments(() => session, hashOf);
  const configurationAt = configurationAnswers({
    documents,
    files,
    placeOf: (uri) => session?.places.placeOf(uri),
    onBaseline: watching.watchBaseline,
    now,
    client: () => ({
      hasSchemas: session?.hasSchemas === true,
      rulePages: session?.rulePages,
      asksAgain: session?.completionCommand,
    }),
  });

  const shown = showDiagnostics(connection, {
    documents,
    skills: () => session?.skills,
    lintedText,
    configurationAt,
    rulePages: () => session?.rulePages,
    reportsLimits: () => session?.reportsLimits !== false,
    onShown(uri, diagnostics) {
      session?.scan.onShown(normalUri(uri), diagnostics);
    },
    answering,
    logFault,
  });

  connection.onInitialize((params: InitializeParams) => {
    session = startedSession(params, {
      connection,
      files: openDocumentsFirst(files, documents),
      settingsOf: settings.of,
      watching,
      crowdedFolders,
      startWorker,
      refreshOpen: shown.refresh,
    });
    return initializeResult(session.skills);
  });

  connection.onInitialized(() => {
    if (!session) return;
    const { skills, places, scan } = session;
    connection.console.info(`Seaworthy ${version} is ready.`);
    followSettings(connection, skills);
    void watching.watchFolders(places.folders());
    answerRequest(connection, scanWorkspaceRequest, scan.scan);
    connection.onNotification(tabClosedNotification.method, async ({ uri }: TabClosedParams) => {
      const document = documents.get(uri);
      if (document) scan.onHidden(normalUri(uri), await shown.of(document));
    });
    void scan.settle();
    if (skills.tellsFolders) {
      followFolders(connection, places, () => {
        void watching.watchFolders(places.folders());
        refresh();
      });
    }
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    session?.scan.onFilesChanged(changes);
    if (changes.some(({ uri }) => watching.configures(uri))) refresh();
  });

  const judgeUnasked = gathered(() => void catchUp(documents.all()).catch((error) => logFault('', error)), 250);
  const followEdit = followEdits(() => session, { onConfigured: refresh, onPatched: showAnew });
  documents.onDidChangeContent(({ document }) => {
    if (!isConfiguration(document)) shown.onChange(document);
    judgeUnasked();
    void followEdit(document, document.getText());
  });
  documents.onDidClose(({ document }) => {
    forget(document.uri);
    void followEdit(document, undefined);
    shown.onClose(document);
    session?.scan.onClosed(normalUri(document.uri));
  });

  answerCodeActions(connection, {
    documents,
    configurationAt,
    lintedText,
    governorOf,
    client: () => session && { takesSnippets: session.skills.takesSnippets, hasCommands: session.hasCommands },
    answering,
  });

  answerConfigurationRequests(connection, { documents, files, governorOf, optionsOf, answering });

  const snippets = installedSnippets(files, snippetFolder);

  answerSnippetRequests(connection, {
    documents,
    snippets,
    workloadKinds: async (uri) => (await optionsOf(uri))?.workloadKinds,
    answering,
  });

  answerCompletionRequests(connection, {
    documents,
    configurationAt,
    snippets,
    skills: () => session?.skills,
    optionsOf,
    // What was found a keystroke ago is near enough, and there already.
    lintedLately,
    objects: () => session?.scan.objects() ?? [],
    profiles: workspaceProfiles(files, () => session?.places.folders() ?? [], now),
    hasSchemas: () => session?.hasSchemas === true,
    looksAtJson: () => session?.looksAtJson !== false,
    asksAgain: () => session?.completionCommand,
    rulePages: () => session?.rulePages,
    answering,
  });

  answerReadingRequests(connection, {
    documents,
    configurationAt,
    lintedText,
    answering,
    rulePages: () => session?.rulePages,
  });

  const askForLenses = answerPodSecurity(connection, {
    documents,
    lintedText,
    skills: () => session?.skills,
    settings: () => settings.of(),
    answering,
  });

  answerDecisions(connection, async (uri) =>
    isConfiguration({ uri }) ? undefined : session?.configurations.optionsFor(session.places.placeOf(uri)),
  );

  answerStandings(connection, async (uri) => {
    const document = documents.get(uri);
    return document && !isConfiguration(document) ? lintedText(document) : undefined;
  });

  answerFileFixes(connection, async (uri) => {
    const open = documents.get(uri);
    const place = session?.places.placeOf(uri);
    if (!place || !session || (open && isConfiguration(open))) return undefined;
    if (open) {
      const linted = await lintedText(open);
      return linted && { text: open.getText(), linted };
    }
    const read = await files.text(place.uri);
    if (read.state === 'unreadable') throw new Error(read.reason);
    const linted = read.state === 'text' ? await lintedClosed(uri, read.text) : undefined;
    return read.state === 'text' && linted ? { text: read.text, linted } : undefined;
  });

  documents.listen(connection);
  connection.listen();

  /** What was decided may have changed: everything open is judged anew. */
  function refresh(): void {
    if (!session) return;
    settings.forget();
    session.configurations.forget();
    showAnew();
  }

  function showAnew(): void {
    if (!session) return;
    shown.refresh();
    askForLenses();
    notify(connection, decisionsChangedNotification, {});
    void session.scan.settle();
  }

  async function governorOf(uri: string): Promise<string | undefined> {
    return session?.configurations.governorOf(session.places.placeOf(uri));
  }
}
