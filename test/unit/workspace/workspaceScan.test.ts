import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShowMessageRequest,
} from 'vscode-languageserver-protocol/node';
import type { WorkspaceScan } from '../../../server/languageServer/workspace/scanningSession';
import { nodeScanWorkers } from '../../../server/languageServer/workspace/scanWorker.node';
import { workspaceScan } from '../../../server/languageServer/workspace/workspaceScan';
import { shownUri, uriOfPath } from '../../../server/workspace/uris';
import { scanProgram } from './scanPrograms';

/** Dies of one file unless it is left out, and shows what is left out as a finding of another. */
const diesOfOne = `
onScan(({ scan, folders }) => {
  const deadly = folders[0].folder + '/deadly.yaml';
  nameReading(deadly);
  if (!workerData.leftOut.includes(deadly)) throw new Error('too much');
  show(folders[0].folder + '/other.yaml', workerData.leftOut.join());
  scanned(scan);
});
`;
const diesAlways = "onScan(() => { nameReading('file:///shop/deadly.yaml'); throw new Error('too much'); });";
const stopsAtOnce = 'onScan(({ scan }) => scanned(scan, false));';
const stops = `
onScan(({ scan }) => {
  show('file:///shop/first.yaml', 'found');
  parentPort.postMessage({ kind: 'progress', done: 2, total: 5 });
  scanned(scan, false);
});
`;

describe('the scan of a workspace', () => {
  const endings: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of endings.splice(0)) await end();
  });

  /** A scan that runs a program, with a client that answers what it is asked: the button it presses, if any. */
  const start = (program: string, pressed: () => string | undefined = () => undefined) => {
    const { folder, path } = scanProgram(program);
    const [there, back] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(there), new StreamMessageWriter(back));
    const client: ProtocolConnection = createProtocolConnection(
      new StreamMessageReader(back),
      new StreamMessageWriter(there),
    );
    let folders = ['file:///shop'];
    const questions: string[] = [];
    const log: string[] = [];
    const shown = new Map<string, readonly string[]>();
    let onQuestion: (() => void) | undefined;
    client.onRequest(ShowMessageRequest.type, ({ message, actions }) => {
      questions.push(message);
      onQuestion?.();
      const title = pressed();
      return actions?.find((action) => action.title === title) ?? null;
    });
    client.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
    client.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics }) => {
      shown.set(
        uri,
        diagnostics.map(({ message }) => String(message)),
      );
    });
    server.listen();
    client.listen();
    const scan: WorkspaceScan = workspaceScan({
      connection: server,
      startWorker: nodeScanWorkers(path),
      folders: () => folders,
      hasFolders: () => true,
      settingsOf: async () => ({ workspace: 'openFiles' }),
      configures: () => false,
      onBaseline: () => {},
      shownPath: shownUri,
      refreshOpen() {},
      canShowProgress: false,
      canWatch: false,
      reportsSyntax: true,
      crowdedFolders: [],
      rulePages: undefined,
    });
    const asked = new Promise<void>((resolve) => {
      onQuestion = resolve;
    });
    /** What was sent has arrived once an answer that was sent after it has. */
    const settled = async () => {
      server.onRequest('test/settled', () => null);
      await client.sendRequest('test/settled');
    };
    endings.push(async () => {
      folders = [];
      await scan.settle();
      rmSync(folder, { recursive: true, force: true });
    });
    return { scan, questions, log, shown, asked, settled };
  };

  it('goes on without a file that its thread died of, and says which', async () => {
    const { scan, questions, log, shown, settled } = start(diesOfOne);
    const outcome = await scan.scan();
    await settled();
    assert.equal(outcome.state, 'complete');
    assert.equal(outcome.filesWithFindings, 1);
    assert.deepEqual(shown.get(uriOfPath('/shop/other.yaml')), ['file:///shop/deadly.yaml']);
    assert.ok(log.includes('The scan of the workspace ended at /shop/deadly.yaml: too much'), log.join('\n'));
    assert.deepEqual(questions, []);
  });

  it('gives up when its thread dies again, says so, and scans once more for who asks for it', async () => {
    let presses = 0;
    const { scan, questions, asked } = start(diesAlways, () => (presses++ === 0 ? 'Scan again' : undefined));
    assert.equal((await scan.scan()).state, 'stopped');
    await asked;
    assert.match(questions[0] ?? '', /^Seaworthy could not scan the workspace: it stopped at \/shop\/deadly\.yaml\./);
    const giveUp = Date.now() + 20_000;
    while (questions.length < 2 && Date.now() < giveUp) await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(questions.length, 2, 'the second scan was tried, and given up as well');
    assert.equal(scan.state().state, 'stopped');
  });

  it('that is cancelled keeps what it found, and says how far it came', async () => {
    const { scan, questions, shown, asked } = start(stops);
    const outcome = await scan.scan();
    await asked;
    assert.equal(outcome.state, 'stopped');
    assert.deepEqual(shown.get(uriOfPath('/shop/first.yaml')), ['found']);
    assert.match(questions[0] ?? '', /^Seaworthy stopped scanning the workspace after 2 of 5 files\./);
  });

  it('that is cancelled before it knows of any file says no numbers', async () => {
    const { scan, questions, asked } = start(stopsAtOnce);
    await scan.scan();
    await asked;
    assert.match(questions[0] ?? '', /^Seaworthy stopped scanning the workspace\. What it found stays\./);
  });
});
