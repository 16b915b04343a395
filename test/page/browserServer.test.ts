import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import {
  CodeActionRequest,
  CompletionRequest,
  DocumentDiagnosticRequest,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { URI } from 'vscode-uri';
import { type Editor, endServers, modernCapabilities, startEditor } from '../protocol/client';
import { launchBrowser } from '../vscode/browser';
import { projectFolder } from '../vscode/build';
import { temporaryFolder, undoEverything } from '../vscode/cleaningUp';
import { readUntil } from '../waiting';

/** A pod among whose ConfigMaps is one that a file in memory has. */
const pod = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      envFrom:
        - configMapRef:
            name: settings
`;
const settings = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  MODE: calm\n';

describe('The language server in a web worker', function () {
  this.timeout(120_000);
  let page: Page;
  let editor: Editor;

  let uri: string;

  before(async () => {
    const browser = await launchBrowser();
    page = await browser.newPage();
    // The server in Node has the same files on disk.
    const folder = await temporaryFolder('browser-server');
    const files = { 'settings.yaml': settings, 'web.yaml': pod };
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
    const uriOf = (name: string) => URI.file(path.join(folder, name)).toString();
    uri = uriOf('web.yaml');
    const inMemory = Object.entries(files).map(([name, text]): [string, string] => [uriOf(name), text]);
    await startInWorker(page, URI.file(folder).toString(), [...snippets(), ...inMemory]);
    editor = await startEditor({ folder, settings: () => null });
    await editor.open(uri, pod);
  });
  after(async () => {
    endServers();
    await undoEverything();
  });

  const inWorker = (method: string, params: unknown) => page.evaluate(ask, [method, params] as const);
  const hostNetwork = { line: 5, character: 16 };
  const range = { start: hostNetwork, end: hostNetwork };

  /** Both answers, once both have read what lies beside the pod. */
  const answers = (method: string, params: object) => {
    const asked = { ...params, textDocument: { uri } };
    return readUntil(
      async () => {
        const theirs = JSON.stringify(await editor.connection.sendRequest(method, asked));
        return { ours: JSON.stringify(await inWorker(method, asked)), theirs };
      },
      ({ ours, theirs }) => ours === theirs,
    );
  };

  it('finds in a manifest what the server in Node finds', async () => {
    const { ours, theirs } = await answers(DocumentDiagnosticRequest.method, {});
    assert.match(ours, /"code":"host-network"/);
    assert.doesNotMatch(ours, /"code":"reference-missing"/);
    assert.equal(ours, theirs);
  });

  it('offers the same actions, hovers and values', async () => {
    const diagnostics = (await editor.pull(uri)).filter(({ code }) => code === 'host-network');
    const requests = [
      [CodeActionRequest.method, { range, context: { diagnostics } }, /Remove hostNetwork/],
      [HoverRequest.method, { position: { line: 5, character: 6 } }, /hostNetwork/],
      [CompletionRequest.method, { position: { line: 11, character: 18 } }, /"label":"settings"/],
    ] as const;
    for (const [method, params, expected] of requests) {
      const { ours, theirs } = await answers(method, params);
      assert.match(ours, expected, method);
      assert.equal(ours, theirs, method);
    }
  });
});

/** The snippets that are shipped, as the server is handed them. */
function snippets(): [string, string][] {
  const folder = path.join(projectFolder, 'snippets');
  return readdirSync(folder).map((name) => [
    `seaworthy:/snippets/${name}`,
    readFileSync(path.join(folder, name), 'utf8'),
  ]);
}

/** Starts the server in a worker of a page, hands it its files, says hello and opens the last of them. */
async function startInWorker(page: Page, folder: string, files: readonly (readonly [string, string])[]): Promise<void> {
  const program = readFileSync(path.join(projectFolder, 'out', 'browser', 'server.js'), 'utf8');
  const [uri = '', text = ''] = files.at(-1) ?? [];
  await page.evaluate(begin, { program, files });
  const initialize = {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: folder, name: 'shop' }],
    capabilities: modernCapabilities,
  };
  await page.evaluate(ask, ['initialize', initialize] as const);
  await page.evaluate(tell, ['initialized', {}] as const);
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  await page.evaluate(tell, ['textDocument/didOpen', { textDocument }] as const);
}

/** What the page keeps: how to send something to the server, and who waits for which answer. */
interface ServerPage {
  seaworthy: { readonly worker: Worker; readonly waiting: Map<number, (answer: unknown) => void> };
}

/* These run in the page. */

function begin({ program, files }: { program: string; files: readonly (readonly [string, string])[] }): void {
  const worker = new Worker(URL.createObjectURL(new Blob([program], { type: 'text/javascript' })));
  const waiting = new Map<number, (answer: unknown) => void>();
  worker.onmessage = ({ data: { id, method, params, result, error } }) => {
    // The server asks for settings, and to be told of files: there are none of either.
    if (method !== undefined && id !== undefined) {
      const answer = method === 'workspace/configuration' ? params.items.map(() => null) : null;
      worker.postMessage({ jsonrpc: '2.0', id, result: answer });
    } else if (id !== undefined) waiting.get(id)?.(error ?? result);
  };
  Object.assign(globalThis, { seaworthy: { worker, waiting } });
  worker.postMessage({ files });
}

function ask([method, params]: readonly [string, unknown]): Promise<unknown> {
  const { worker, waiting } = (globalThis as unknown as ServerPage).seaworthy;
  const id = waiting.size + 1;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    worker.postMessage({ jsonrpc: '2.0', id, method, params });
  });
}

function tell([method, params]: readonly [string, unknown]): void {
  const { worker } = (globalThis as unknown as ServerPage).seaworthy;
  worker.postMessage({ jsonrpc: '2.0', method, params });
}
