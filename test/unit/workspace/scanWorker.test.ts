import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { ScanNews } from '../../../server/languageServer/workspace/scanMessages';
import type { ScanWorker } from '../../../server/languageServer/workspace/scanWorker';
import { nodeScanWorkers } from '../../../server/languageServer/workspace/scanWorker.node';
import { scanProgram } from './scanPrograms';
import { standingClock } from './standingClock';

describe('a thread that scans', () => {
  const folders: string[] = [];
  const workers: ScanWorker[] = [];
  let clock = standingClock();
  beforeEach(() => {
    clock = standingClock();
  });
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.end();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a program as such a thread. What it says and how it dies is awaited, in turn. */
  const start = (program: string, mostMemory = 256) => {
    const { folder, path } = scanProgram(program);
    folders.push(folder);
    const messages: ScanNews[] = [];
    const deaths: { readonly reason: string; readonly path: string | undefined }[] = [];
    const told = new EventTarget();
    const startWorker = nodeScanWorkers(path, { longestSilence: 30_000, mostMemory, startTimer: clock.startTimer });
    const worker = startWorker(
      { leftOut: [], reportsSyntax: true, crowdedFolders: [], rulePages: undefined },
      {
        onMessage(message) {
          messages.push(message);
          told.dispatchEvent(new Event(message.kind));
        },
        onDeath(reason, path) {
          deaths.push({ reason, path });
          told.dispatchEvent(new Event('death'));
        },
      },
    );
    workers.push(worker);
    const next = (kind: ScanNews['kind'] | 'death') =>
      new Promise((resolve) => told.addEventListener(kind, resolve, { once: true }));
    return { worker, messages, deaths, next };
  };
  const request = { scan: 1, isAnew: true, folders: [], settings: undefined, neighbourhoods: [], shown: [] };
  const scan = { kind: 'scan', request } as const;

  it('dies of what it throws, once, and the file it was reading is named', async () => {
    const { worker, deaths, next } = start("onScan(() => { nameReading('/shop/zoë.yaml'); throw new Error('out'); });");
    const death = next('death');
    worker.tell(scan);
    await death;
    worker.tell(scan);
    assert.deepEqual(deaths, [{ reason: 'out', path: '/shop/zoë.yaml' }]);
  });

  it('dies of a silence that is too long, even where it is caught in a loop', async () => {
    const { worker, deaths, next } = start(
      "onScan(() => { nameReading('/shop/slow.yaml'); parentPort.postMessage({ kind: 'progress', done: 0, total: 1 }); for (;;); });",
    );
    const caught = next('progress');
    worker.tell(scan);
    await caught;
    assert.deepEqual(deaths, []);
    assert.equal(clock.runOut(), 1);
    assert.deepEqual(deaths, [{ reason: 'took more than 30 seconds', path: '/shop/slow.yaml' }]);
  });

  it('dies of taking too much memory, and the server does not', async () => {
    const { worker, deaths, next } = start(
      "onScan(() => { nameReading('/shop/large.yaml'); const kept = []; for (;;) kept.push({ kept: [1, 2, 3] }); });",
      32,
    );
    const death = next('death');
    worker.tell(scan);
    await death;
    assert.equal(deaths[0]?.path, '/shop/large.yaml');
    assert.match(deaths[0]?.reason ?? '', /memory/);
  });

  it('names no file if it dies before it has read one', async () => {
    const { deaths, next } = start('process.exit(3);');
    await next('death');
    assert.deepEqual(deaths, [{ reason: 'ended with code 3', path: undefined }]);
  });

  it('may be silent while it has nothing to do', async () => {
    const { deaths, next } = start(
      "parentPort.on('message', () => {}); parentPort.postMessage({ kind: 'progress', done: 0, total: 1 });",
    );
    await next('progress');
    assert.equal(clock.runOut(), 0);
    assert.deepEqual(deaths, []);
  });

  it('may be silent once it has followed a change, whatever it said of that', async () => {
    const { worker, deaths, next } = start(
      "onTask('open', ({ uri }) => show(uri, 'told')); onTask('changed', () => parentPort.postMessage({ kind: 'followed', read: [] }));",
    );
    const shown = next('files');
    worker.tell({ kind: 'open', folder: 'file:///shop', uri: 'file:///shop/a.yaml', facts: undefined });
    await shown;
    const followed = next('followed');
    worker.tell({ kind: 'changed', uris: [], areOthers: false });
    await followed;
    await clock.stands();
    assert.equal(clock.runOut(), 0);
    assert.deepEqual(deaths, []);
  });

  it('dies of a silence while it follows a change, too', async () => {
    const { worker, deaths } = start("onTask('changed', () => { for (;;); });");
    worker.tell({ kind: 'changed', uris: [], areOthers: false });
    assert.equal(clock.runOut(), 1);
    assert.deepEqual(deaths, [{ reason: 'took more than 30 seconds', path: undefined }]);
  });

  it('says nothing more once it is ended', async () => {
    const { worker, messages, deaths, next } = start('for (let scan = 0; scan < 1000; scan++) scanned(scan);');
    await next('scanned');
    worker.end();
    const known = messages.length;
    // What another one says afterwards comes after all that this one has said.
    await start('scanned(1);').next('scanned');
    assert.ok(known < 1000);
    assert.equal(messages.length, known);
    assert.deepEqual(deaths, []);
  });
});
