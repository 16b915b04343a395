import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { atTheEnd } from '../vscode/cleaningUp';
import { sayingUsage, usageSaid } from './programRun';

/** How a server is started, and how its editor gets diagnostics: by asking for them, or by being sent them. */
export interface LanguageServer {
  /** Absolute path of Node. */
  readonly node: string;
  /** Absolute path of the server's program. */
  readonly program: string;
  readonly diagnostics: 'pulled' | 'pushed';
  /** The editor's settings in a section. */
  readonly settings: (section: string | undefined) => unknown;
}

/** When diagnostics were there, and how many. */
export interface Answer {
  readonly milliseconds: number;
  readonly diagnostics: number;
}

/** A server that runs, and the editor it talks to. */
export interface RunningServer {
  /** Milliseconds from the start of its process until it answered `initialize`. */
  readonly startTime: number;
  /** To ask for anything else. */
  readonly connection: ProtocolConnection;
  /** Opens a document; undefined if the server says nothing about it. */
  readonly open: (uri: string, text: string) => Promise<Answer | undefined>;
  /** Changes a document; undefined if the server says nothing about it. */
  readonly change: (
    uri: string,
    version: number,
    change: TextDocumentContentChangeEvent,
  ) => Promise<Answer | undefined>;
  readonly close: (uri: string) => Promise<void>;
  /** Ends the server; gives back the seconds of all processors that it has used, if it has ended by itself. */
  readonly stop: () => Promise<number | undefined>;
}

/** How long a server may be silent about a change before it counts as having nothing to say. */
export const patience = 60_000;

/** Long enough for a server to ask for its settings and to act upon them. */
const settling = 400;

/** Starts a server, says hello to it, and waits until it has settled. */
export async function startServer({ node, program, diagnostics, settings }: LanguageServer): Promise<RunningServer> {
  const started = performance.now();
  const server = spawn(node, [...sayingUsage, program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore', 'pipe'] });
  if (!server.stdout || !server.stdin) throw new Error('The server has no standard input and output.');
  let said = '';
  server.stdio[3]?.on('data', (text: Buffer) => {
    said += text;
  });
  const end = atTheEnd(
    async () => void server.kill(),
    () => void server.kill(),
  );
  const connection = createProtocolConnection(server.stdout, server.stdin);
  connection.onError(() => {});
  const published = new Map<string, (count: number) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics: all }) =>
    published.get(uri)?.(all.length),
  );
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ section }) => settings(section) ?? null));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: capabilitiesOf(diagnostics),
  });
  const startTime = performance.now() - started;
  await connection.sendNotification(InitializedNotification.type, {});
  await wait(settling);

  const pulled = async (uri: string): Promise<number> => {
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
    return report.kind === 'full' ? report.items.length : 0;
  };

  /** The time from telling the server something until its diagnostics are there. */
  const answerTo = async (uri: string, tell: () => Promise<void>): Promise<Answer | undefined> => {
    const silence = new AbortController();
    const next = new Promise<number>((resolve) => published.set(uri, resolve));
    const sent = performance.now();
    await tell();
    const count = await Promise.race([
      diagnostics === 'pulled' ? pulled(uri) : next,
      wait(patience, undefined, { signal: silence.signal }).catch(() => undefined),
    ]);
    const milliseconds = performance.now() - sent;
    silence.abort();
    published.delete(uri);
    return count === undefined ? undefined : { milliseconds, diagnostics: count };
  };

  return {
    startTime,
    connection,
    open: (uri, text) =>
      answerTo(uri, () =>
        connection.sendNotification(DidOpenTextDocumentNotification.type, {
          textDocument: { uri, languageId: 'yaml', version: 1, text },
        }),
      ),
    change: (uri, version, change) =>
      answerTo(uri, () =>
        connection.sendNotification(DidChangeTextDocumentNotification.type, {
          textDocument: { uri, version },
          contentChanges: [change],
        }),
      ),
    close: (uri) => connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    stop: async () => {
      const exit = once(server, 'close');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await Promise.race([exit, wait(3000, undefined, { ref: false })]);
      connection.dispose();
      await end();
      return said === '' ? undefined : usageSaid(said).processorSeconds;
    },
  };
}

function capabilitiesOf(diagnostics: LanguageServer['diagnostics']): ClientCapabilities {
  return {
    textDocument: {
      publishDiagnostics: {},
      completion: { completionItem: { snippetSupport: true, labelDetailsSupport: true } },
      ...(diagnostics === 'pulled' && { diagnostic: {} }),
    },
    workspace: { configuration: true },
  };
}
