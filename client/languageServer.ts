import * as vscode from 'vscode';
import {
  CloseAction,
  CompletionRequest,
  ErrorAction,
  LanguageClient,
  State,
  TransportKind,
} from 'vscode-languageclient/node';
import { decisionsChangedNotification, tabClosedNotification } from '../server/protocol/documents';
import type { NotificationType, RequestType } from '../server/protocol/messageTypes';
import { filesChangedNotification } from '../server/protocol/renderedChart';
import { type InitializationOptions, settingsSection } from '../server/protocol/starting';
import { type WorkspaceState, workspaceStateNotification } from '../server/protocol/workspace';
import { textAt } from '../server/unknownJson';
import { cheatSheetLink } from './cheatSheet/link';
import { looksAtJson, servedDocuments } from './documents/documentSelector';
import { indentIn } from './documents/indentation';
import { codeActions } from './languageClient/codeActions';
import { withRuleLinks } from './languageClient/hoverLinks';
import { onDidChangeOtherExtensions, otherExtensions } from './languageClient/otherExtensions';

/** Whether the server answers: it is *stopped* where it could not be started, or stopped too often. */
export type ServerState = 'starting' | 'running' | 'stopped';

/** The running language server, as the commands need it. */
export interface LanguageServer {
  readonly restart: () => Promise<void>;
  readonly state: () => ServerState;
  /** What was last told of the whole workspace. */
  readonly workspace: () => WorkspaceState | undefined;
  /** Fires when the state changes, or what counts for a document, or what is known of the workspace. */
  readonly onDidChange: vscode.Event<void>;
  /** Fires when files have changed on disk, with the addresses of their folders. */
  readonly onDidChangeFiles: vscode.Event<readonly string[]>;
  readonly showLog: () => void;
  /** Sends a request of `server/protocol/`. */
  readonly ask: <Params, Answer>(
    request: RequestType<Params, Answer>,
    params: NoInfer<Params>,
    token?: vscode.CancellationToken,
  ) => Promise<Answer>;
  readonly stop: () => Promise<void>;
}

/** More crashes than these within the span mean that starting again will not help. */
const mostCrashes = 4;
const crashSpan = 3 * 60_000;

/** A language server that is being started. */
export interface StartingServer {
  readonly server: LanguageServer;
  /** Resolves when it runs, or when the user was told that it doesn't. */
  readonly started: Promise<void>;
}

/** Starts the language server and keeps it running. */
export function startLanguageServer(context: vscode.ExtensionContext): StartingServer {
  const log = vscode.window.createOutputChannel('Seaworthy', { log: true });
  const changed = new vscode.EventEmitter<void>();
  const filesChanged = new vscode.EventEmitter<readonly string[]>();
  let workspace: WorkspaceState | undefined;
  let client = newClient();
  const settings = vscode.workspace.onDidChangeConfiguration(async (change) => {
    if (change.affectsConfiguration('seaworthy.json')) await restart();
  });
  const extensions = onDidChangeOtherExtensions(() => void restart());
  const tabs = vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
    for (const { input } of closed) {
      if (!(input instanceof vscode.TabInputText) || !client.isRunning() || isInTab(input.uri)) continue;
      tell(client, tabClosedNotification, { uri: input.uri.toString() });
    }
  });
  context.subscriptions.push(log, changed, filesChanged, settings, extensions, tabs);
  const started = startReporting(client);
  let restarted = started;

  /** One at a time: what changes while a client starts asks for another. */
  function restart(): Promise<void> {
    restarted = restarted.then(startAnew);
    return restarted;
  }

  /** A client keeps its document selector for life, so that a new start takes a new one. */
  async function startAnew(): Promise<void> {
    await stopQuietly(client);
    client = newClient();
    await startReporting(client);
  }

  function newClient(): LanguageClient {
    const created = createClient(context, log);
    workspace = undefined;
    created.onDidChangeState(() => {
      // One that was replaced has nothing to say any more.
      if (client === created) changed.fire();
    });
    hear(created, decisionsChangedNotification, () => changed.fire());
    hear(created, filesChangedNotification, ({ folders }) => filesChanged.fire(folders));
    hear(created, workspaceStateNotification, (state) => {
      workspace = state;
      changed.fire();
    });
    return created;
  }

  const server: LanguageServer = {
    restart,
    state: () => stateOf(client),
    workspace: () => workspace,
    onDidChange: changed.event,
    onDidChangeFiles: filesChanged.event,
    showLog: () => log.show(),
    ask: ({ method }, params, token) => client.sendRequest(method, params, token),
    stop: () => stopQuietly(client),
  };
  return { server, started };
}

function tell<Params>(client: LanguageClient, { method }: NotificationType<Params>, params: NoInfer<Params>): void {
  void client.sendNotification(method, params);
}

function hear<Params>(
  client: LanguageClient,
  { method }: NotificationType<Params>,
  onTold: (params: NoInfer<Params>) => void,
): void {
  client.onNotification(method, onTold);
}

function stateOf({ state }: LanguageClient): ServerState {
  if (state === State.Starting) return 'starting';
  return state === State.Running ? 'running' : 'stopped';
}

/** True for a document that a tab shows. */
function isInTab(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );
}

async function startReporting(client: LanguageClient): Promise<void> {
  try {
    await client.start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void offerRestart(`Seaworthy could not start its language server: ${reason}`);
  }
}

async function stopQuietly(client: LanguageClient): Promise<void> {
  // Only what runs can be stopped; whoever started it tells why it doesn't.
  if (client.state === State.Starting) await client.start().catch(() => undefined);
  if (client.state !== State.Stopped) await client.dispose();
}

function createClient(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  const { haveYaml, tellOfLimits, haveFunctions, haveTemplates } = otherExtensions();
  const rulePages = cheatSheetLink(context, 'rules/');
  const initializationOptions: InitializationOptions = {
    reportsSyntax: !haveYaml,
    hasSchemas: haveYaml,
    reportsLimits: !tellOfLimits,
    explainsFunctions: !haveFunctions,
    explainsTemplates: !haveTemplates,
    looksAtJson: looksAtJson(),
    hasCommands: true,
    completionCommand: 'editor.action.triggerSuggest',
    rulePages,
  };
  const client: LanguageClient = new LanguageClient(
    'seaworthy',
    'Seaworthy',
    { module, transport: TransportKind.ipc },
    {
      documentSelector: servedDocuments(),
      initializationOptions,
      outputChannel: log,
      traceOutputChannel: log,
      synchronize: { configurationSection: settingsSection },
      diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
      errorHandler: crashHandler(),
      middleware: {
        sendRequest: (type, params, token, next) => next(type, withIndent(type, params), token),
        provideHover: async (document, position, token, next) =>
          withRuleLinks(await next(document, position, token), rulePages),
        provideCodeActions: (document, range, context, token) =>
          codeActions(client, { document, range, context, token }),
      },
    },
  );
  return client;
}

/** Tells the server what it can't see: how the editor indents a document that is still empty. */
function withIndent<Params>(
  type: string | { readonly method: string },
  params: Params | undefined,
): Params | undefined {
  const isCompletion = typeof type !== 'string' && type.method === CompletionRequest.method;
  if (!isCompletion || !isAboutDocument(params)) return params;
  const indent = indentIn(params.textDocument.uri);
  return indent === undefined ? params : { ...params, indent };
}

function isAboutDocument(params: unknown): params is { readonly textDocument: { readonly uri: string } } {
  return textAt(params, 'textDocument', 'uri') !== undefined;
}

function crashHandler() {
  const crashes: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue }),
    closed: () => {
      const now = Date.now();
      crashes.push(now);
      const recent = crashes.filter((time) => now - time < crashSpan).length;
      if (recent <= mostCrashes) {
        void vscode.window.showWarningMessage(
          'The Seaworthy language server stopped unexpectedly and was started again.',
        );
        return { action: CloseAction.Restart, handled: true };
      }
      void offerRestart(`The Seaworthy language server stopped ${recent} times within three minutes and stays off.`);
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

async function offerRestart(message: string): Promise<void> {
  const restart = 'Restart server';
  const showLog = 'Show log';
  const choice = await vscode.window.showErrorMessage(message, restart, showLog);
  if (choice === restart) await vscode.commands.executeCommand('seaworthy.restartServer');
  if (choice === showLog) await vscode.commands.executeCommand('seaworthy.showLog');
}
