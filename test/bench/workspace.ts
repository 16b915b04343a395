import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type WorkspaceState, workspaceStateNotification } from '../../server/protocol/workspace';
import { atTheEnd } from '../vscode/cleaningUp';
import { milliseconds, rounded, table, verdict } from './figures';
import type { LanguageServer } from './languageServer';
import { copyCorpus } from './manyFiles';
import { processorWait } from './processorWait';

const wantedFiles = 5000;
const longestScan = 5000;
const longestAnswer = 20;
const mostMemory = 400;

/** What a scan of many files costs, and what is felt of it while typing. */
export async function measuredWorkspace(server: LanguageServer): Promise<string> {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'seaworthy-bench-')));
  const end = atTheEnd(
    async () => rmSync(folder, { recursive: true, force: true }),
    () => rmSync(folder, { recursive: true, force: true }),
  );
  const files = copyCorpus(folder, wantedFiles);
  try {
    const { scan, answers, ownTimes, memory, calmMemory, readAgain, following } = await measure(server, folder);
    const slowest = Math.max(...answers);
    const late = answers.toSorted((a, b) => a - b)[Math.floor(answers.length * 0.99)] ?? Number.NaN;
    return `### ${files.toLocaleString('en')} files in the workspace

The corpus, copied until there are as many, each copy with names, namespaces and values of its own. Meanwhile a manifest is typed in: hover, completion and diagnostics are asked for, ${answers.length} times in all.

${table(
  ['', 'measured', 'target'],
  [
    ['first full result', milliseconds(scan), verdict('< 5 s', scan < longestScan)],
    ['slowest answer during the scan', milliseconds(slowest), verdict('< 20 ms', slowest < longestAnswer)],
    ['99th percentile of the answers', milliseconds(late), ''],
    [
      `slowest answer, without what it waited for one of ${availableParallelism()} processors`,
      milliseconds(Math.max(...ownTimes)),
      '',
    ],
    ['memory of the server, at most', `${rounded(memory)} MB`, verdict('< 400 MB', memory < mostMemory)],
    ['memory of the server, a little later', `${rounded(calmMemory)} MB`, ''],
    ['files read after a change in one', String(readAgain), verdict('1', readAgain === 1)],
    ['new diagnostics after it (250 ms of them waiting for more)', milliseconds(following), ''],
  ],
)}`;
  } finally {
    await end();
  }
}

const typed = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  securityContext:
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        capabilities:
          add:
            - NET_ADMIN
`;

async function measure({ node, program }: LanguageServer, folder: string) {
  const server = spawn(node, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const end = atTheEnd(
    async () => void server.kill(),
    () => void server.kill(),
  );
  const connection = createProtocolConnection(server.stdout, server.stdin);
  let state: WorkspaceState | undefined;
  let whole = Number.NaN;
  let onPublish: ((uri: string) => void) | undefined;
  connection.onError(() => {});
  connection.onNotification(workspaceStateNotification.method, (now: WorkspaceState) => {
    state = now;
    if (now.state === 'complete' && Number.isNaN(whole)) whole = performance.now();
  });
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri }) => onPublish?.(uri));
  connection.onNotification('$/progress', () => {});
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({ workspace: 'all' })));
  connection.onRequest(RegistrationRequest.type, () => undefined);
  connection.onRequest(DiagnosticRefreshRequest.type, () => undefined);
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
  connection.listen();
  const uri = URI.file(path.join(folder, 'typed.yaml')).toString();
  await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ uri: URI.file(folder).toString(), name: 'bench' }],
    capabilities: {
      textDocument: {
        publishDiagnostics: {},
        diagnostic: {},
        hover: {},
        completion: { completionItem: { snippetSupport: true } },
      },
      workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      window: { workDoneProgress: true },
    },
  });
  const started = performance.now();
  await connection.sendNotification(InitializedNotification.type, {});
  const textDocument = { uri };
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'yaml', version: 1, text: typed },
  });
  let memory = 0;
  const answers: number[] = [];
  const ownTimes: number[] = [];
  const waited = () => processorWait(server.pid) + processorWait(process.pid);
  const timed = async (ask: () => Promise<unknown>, counts: boolean) => {
    const waitedBefore = waited();
    const asked = performance.now();
    await ask();
    const took = performance.now() - asked;
    if (!counts) return;
    answers.push(took);
    ownTimes.push(took - Math.min(took, waited() - waitedBefore));
  };
  for (let round = 1; Number.isNaN(whole) && performance.now() - started < 120_000; round++) {
    const position = { line: 14, character: 16 };
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: round + 1 },
      contentChanges: [
        { range: { start: { line: 10, character: 36 }, end: { line: 10, character: 36 } }, text: String(round % 10) },
      ],
    });
    // The first answers warm the server up, as those before a scan do that a user starts.
    const counts = round > 5;
    await timed(() => connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument }), counts);
    await timed(() => connection.sendRequest(HoverRequest.type, { textDocument, position }), counts);
    await timed(() => connection.sendRequest(CompletionRequest.type, { textDocument, position }), counts);
    memory = Math.max(memory, residentMegabytes(server.pid));
    await wait(20);
  }
  await wait(1500);
  const calmMemory = residentMegabytes(server.pid);
  const changed = path.join(folder, 'copy-3', 'examples', 'web', 'guestbook', 'frontend-deployment.yaml');
  writeFileSync(changed, readFileSync(changed, 'utf8').replace(/image: (\S+?):\S+/, 'image: $1'));
  const changing = performance.now();
  const published = new Promise<number>((resolve) => {
    onPublish = (shown) => {
      if (shown === URI.file(changed).toString()) resolve(performance.now() - changing);
    };
  });
  await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: URI.file(changed).toString(), type: FileChangeType.Changed }],
  });
  const following = await Promise.race([published, wait(10_000, Number.NaN)]);
  await wait(500);
  connection.dispose();
  await end();
  return {
    scan: whole - started,
    answers,
    ownTimes,
    memory,
    calmMemory,
    readAgain: state?.readAgain.length ?? 0,
    following,
  };
}

/** Linux alone tells it of another process. */
function residentMegabytes(pid: number | undefined): number {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) / 1000;
}
