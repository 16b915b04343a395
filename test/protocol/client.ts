import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  type ConfigurationItem,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import type { NotificationType, RequestType } from '../../server/protocol/messageTypes';

/** What a test's editor is like. */
export interface EditorOptions {
  readonly capabilities?: ClientCapabilities;
  /** A path, or a URI where the folder is not on disk. */
  readonly folder?: string;
  /** How the folder is told: a client may know no workspace folders. */
  readonly tellsFolderAs?: 'workspaceFolders' | 'rootUri' | 'rootPath';
  /** The settings under `seaworthy.`, as the editor answers them at the moment. Left out, they ask for the baseline alone. */
  readonly settings?: (item: ConfigurationItem) => unknown;
  readonly initializationOptions?: unknown;
  /** Told of all diagnostics that the server sends. */
  readonly onDiagnostics?: (uri: string, diagnostics: Diagnostic[]) => void;
  /** Called before the server is said hello to, to listen for more. */
  readonly prepare?: (connection: ProtocolConnection) => void;
}

/** An editor of the test's own that talks to the built server over its standard input and output. */
export interface Editor {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly log: string[];
  /** How often the server asked to have all diagnostics asked for again. */
  readonly refreshes: () => number;
  /** Sends a request of our own. */
  readonly ask: <Params, Answer>(request: RequestType<Params, Answer>, params: NoInfer<Params>) => Promise<Answer>;
  readonly open: (uri: string, text: string, languageId?: string) => Promise<void>;
  readonly change: (uri: string, version: number, ...changes: TextDocumentContentChangeEvent[]) => Promise<void>;
  readonly close: (uri: string) => Promise<void>;
  readonly pull: (uri: string) => Promise<Diagnostic[]>;
  /** The next diagnostics that the server sends for a document. */
  readonly pushed: (uri: string) => Promise<Diagnostic[]>;
  readonly actions: (uri: string, range: Range, diagnostics?: Diagnostic[], only?: string[]) => Promise<CodeAction[]>;
  /** Ends the server the way editors do, and gives back its exit code. */
  readonly stop: () => Promise<number | null>;
}

/** An editor that asks for diagnostics and answers what its settings are. */
export const modernCapabilities: ClientCapabilities = {
  textDocument: { diagnostic: {}, codeAction: { isPreferredSupport: true } },
  workspace: {
    configuration: true,
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

const servers = new Set<ChildProcess>();

/** Starts the built server and says hello to it. */
export async function startEditor(options: EditorOptions = {}): Promise<Editor> {
  const program = path.resolve('dist/server.js');
  const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  servers.add(server);
  const connection = createProtocolConnection(server.stdout, server.stdin);
  const { settings = () => ({ profile: 'baseline' }) } = options;
  const log: string[] = [];
  let refreshes = 0;
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
    options.onDiagnostics?.(uri, diagnostics);
    waiting.get(uri)?.shift()?.(diagnostics);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map((item) => settings(item)));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(DiagnosticRefreshRequest.type, () => {
    refreshes++;
  });
  options.prepare?.(connection);
  connection.listen();
  const folder = options.folder;
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    ...rootsOf(folder, options.tellsFolderAs),
    capabilities: options.capabilities ?? modernCapabilities,
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    initialized,
    log,
    refreshes: () => refreshes,
    ask: ({ method }, params) => connection.sendRequest(method, params),
    open: (uri, text, languageId = 'yaml') =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
    change: (uri, version, ...contentChanges) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      }),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    pull: async (uri) => {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items : [];
    },
    pushed: (uri) =>
      new Promise((resolve) => {
        waiting.set(uri, [...(waiting.get(uri) ?? []), resolve]);
      }),
    actions: async (uri, range, diagnostics = [], only) => {
      const answer = await connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics, ...(only && { only }) },
      });
      return (answer ?? []).filter((action): action is CodeAction => 'kind' in action);
    },
    stop: async () => {
      const exited = once(server, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const [code]: unknown[] = await exited;
      servers.delete(server);
      connection.dispose();
      return typeof code === 'number' ? code : null;
    },
  };
}

/** Listens to a notification of our own. */
export function hear<Params>(
  connection: ProtocolConnection,
  { method }: NotificationType<Params>,
  onTold: (params: NoInfer<Params>) => void,
): void {
  connection.onNotification(method, onTold);
}

function rootsOf(folder: string | undefined, told: EditorOptions['tellsFolderAs'] = 'workspaceFolders') {
  const uri = folder === undefined ? null : folder.includes('://') ? folder : URI.file(folder).toString();
  if (told === 'rootPath') return { rootUri: null, rootPath: folder ?? null };
  if (told === 'rootUri') return { rootUri: uri };
  const workspaceFolders = folder !== undefined && uri !== null ? [{ uri, name: path.basename(folder) }] : null;
  return { rootUri: null, workspaceFolders };
}

/** Ends the servers that a failed test has left behind. */
export function endServers(): void {
  for (const server of servers) server.kill();
  servers.clear();
}
