import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { FromThread } from '../../../server/languageServer/workspace/scanMessages';
import { type ScanWorker, startScanWorker } from '../../../server/languageServer/workspace/scanWorker';
import { scanProgram } from './scanPrograms';

/** A clock that stands until it is moved on. */
function standingClock() {
  const waiting = new Set<() => void>();
  return {
    startTimer(_milliseconds: number, callBack: () => void) {
      waiting.add(callBack);
      return () => void waiting.delete(callBack);
    },
    /** Lets every time run out that somebody waits for; gives back how many there were. */
    runOut() {
      const due = [...waiting];
      waiting.clear();
      for (const callBack of due) callBack();
      return due.length;
    },
  };
}

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
    const messages: FromThread[] = [];
    const deaths: { readonly reason: string; readonly path: string | undefined }[] = [];
    const told = new EventTarget();
    const worker = startScanWorker(
      path,
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
      { longestSilence: 30_000, mostMemory, startTimer: clock.startTimer },
    );
    workers.push(worker);
    const next = (kind: FromThread['kind'] | 'death') =>
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

  it('may be silent once it has nothing to do', async () => {
    const { worker, deaths, next } = start(
      "onScan(({ scan }) => scanned(scan)); parentPort.postMessage({ kind: 'progress', done: 0, total: 1 });",
    );
    await next('progress');
    const scanned = next('scanned');
    worker.tell(scan);
    await scanned;
    assert.equal(clock.runOut(), 0);
    assert.deepEqual(deaths, []);
  });

  it('says nothing more once it is ended', async () => {
    const { worker, messages, deaths, next } = start('setInterval(() => scanned(1), 1);');
    await next('scanned');
    worker.end();
    const known = messages.length;
    await new Promise((resolve) => setTimeout(resolve, 100));
    assert.equal(messages.length, known);
    assert.deepEqual(deaths, []);
  });
});
