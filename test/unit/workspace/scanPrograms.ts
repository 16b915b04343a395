import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What every program below starts with: the thread's means to say what it reads and what it found. */
const beginning = `
const { parentPort, workerData } = require('node:worker_threads');
const nameReading = (uri) => {
  const bytes = new Uint8Array(workerData.reading, Int32Array.BYTES_PER_ELEMENT);
  new Int32Array(workerData.reading, 0, 1)[0] = new TextEncoder().encodeInto(uri, bytes).written;
};
const scanned = (scan, isWhole = true) =>
  parentPort.postMessage({ kind: 'scanned', scan, isWhole, read: 1, milliseconds: 1 });
const show = (uri, message) => {
  const at = { line: 0, character: 0 };
  const diagnostics = [{ message, range: { start: at, end: at } }];
  parentPort.postMessage({ kind: 'files', files: [{ uri, diagnostics }] });
};
const onTask = (kind, task) => parentPort.on('message', (told) => {
  if (told.kind !== kind) return;
  task(told);
  parentPort.postMessage({ kind: 'done' });
});
const onScan = (scan) => onTask('scan', ({ request }) => scan(request));
`;

/** A folder of a test's own, with a program in it that a scan runs in place of the real one. */
export function scanProgram(program: string): { readonly folder: string; readonly path: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'seaworthy-scan-'));
  const written = path.join(folder, 'scan.js');
  writeFileSync(written, `${beginning}${program}`);
  return { folder, path: written };
}
