import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import type { FromThread } from '../../../server/languageServer/workspace/scanMessages';
import { type ScanWorker, startScanWorker } from '../../../server/languageServer/workspace/scanWorker';
import { scanProgram } from './scanPrograms';

const patient = { longestSilence: 60_000, mostMemory: 256 };
const impatient = { ...patient, longestSilence: 200 };

describe('a thread that scans', () => {
  const folders: string[] = [];
  const workers: ScanWorker[] = [];
  afterEach(() => {
    for (const worker of workers.splice(0)) worker.end();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a program as such a thread. What it says and how it dies is awaited, in turn. */
  const start = (program: string, limits = patient) => {
    const { folder, path } = scanProgram(program);
    folders.push(folder);
    const messages: FromThread[] = [];
    const deaths: { readonly reason: string; readonly path: string | undefined }[] = [];
    const told = new EventTarget();
    const worker = startScanWorker(
      path,
      { leftOut: [], reportsSyntax: true, rulePages: undefined },
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
      limits,
    );
    workers.push(worker);
    const next = (kind: FromThread['kind'] | 'death') =>
      new Promise((resolve) => told.addEventListener(kind, resolve, { once: true }));
    return { worker, messages, deaths, next };
  };
  const scan = { kind: 'scan', scan: 1, folders: [] } as const;

  it('dies of what it throws, once, and the file it was reading is named', async () => {
    const { worker, deaths, next } = start("onScan(() => { nameReading('/shop/zoë.yaml'); throw new Error('out'); });");
    const death = next('death');
    worker.tell(scan);
    await death;
    worker.tell(scan);
    assert.deepEqual(deaths, [{ reason: 'out', path: '/shop/zoë.yaml' }]);
  });

  it('dies of a silence that is too long, even where it is caught in a loop', async () => {
    const { worker, deaths, next } = start("onScan(() => { nameReading('/shop/slow.yaml'); for (;;); });", impatient);
    const death = next('death');
    worker.tell(scan);
    await death;
    assert.deepEqual(deaths, [{ reason: 'took more than 0.2 seconds', path: '/shop/slow.yaml' }]);
  });

  it('dies of taking too much memory, and the server does not', async () => {
    const { worker, deaths, next } = start(
      "onScan(() => { nameReading('/shop/large.yaml'); const kept = []; for (;;) kept.push({ kept: [1, 2, 3] }); });",
      { ...patient, mostMemory: 32 },
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
    const longestSilence = 1000;
    const { worker, deaths, next } = start(
      "onScan(({ scan }) => scanned(scan)); parentPort.postMessage({ kind: 'progress', done: 0, total: 1 });",
      { ...patient, longestSilence },
    );
    await next('progress');
    const scanned = next('scanned');
    worker.tell(scan);
    await scanned;
    await new Promise((resolve) => setTimeout(resolve, longestSilence * 1.5));
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
