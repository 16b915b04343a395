import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { emptyConfiguration } from '../../configuration/configuration';
import { optionsFor } from '../../configuration/effectiveOptions';
import { diagnosticsOf } from '../../features/diagnostics';
import { printableError } from '../../lint/printable';
import { withoutShapedSecrets } from '../../manifests/secrets/hideSecrets';
import { configurations as configurationsOf } from '../../workspace/configurations';
import { diskFiles } from '../../workspace/disk/diskFiles';
import type { FileText } from '../../workspace/files';
import { sha256 } from '../../workspace/nodeHash';
import { type FolderScan, folderScan, type ScanListener } from '../../workspace/scan/folderScan';
import type { ScannedFiles } from '../../workspace/scan/scannedFiles';
import { pathOfUri, uriOfPath } from '../../workspace/uris';
import { folderHolding } from './folders';
import type { FromThread, ScannedFolder, ThreadStart, ToThread } from './scanMessages';
import { sender } from './sender';

/** True in a thread that was started to scan a workspace. */
export function isScanThread(): boolean {
  const start: unknown = workerData;
  return !isMainThread && typeof start === 'object' && start !== null && Reflect.get(start, 'purpose') === 'scan';
}

/** What such a thread does until it is ended: it scans what it is told to, and keeps it current. */
export function runScanThread(): void {
  if (parentPort) scanFor(parentPort, workerData);
}

function scanFor(port: MessagePort, { leftOut, reading, reportsSyntax, rulePages }: ThreadStart): void {
  const post = (message: FromThread) => port.postMessage(message);
  const sending = sender(post);
  const scans = new Map<string, FolderScan>();
  /** What was last told of a file, so that nothing is told twice. */
  const told = new Map<string, string>();
  const inEditor = new Map<string, string>();
  const onDisk = new Map<string, FileText>();
  const nameReading = namer(reading);
  let folders: readonly ScannedFolder[] = [];
  let isCancelled = false;
  let wanted = 0;
  const readNow = new Set<string>();
  let work = Promise.resolve();

  const files: ScannedFiles = {
    find(folder) {
      const found = diskFiles.find(uriOfPath(folder));
      return {
        paths: found.files.map(({ uri }) => pathOfUri(uri) ?? uri),
        faults: found.faults.map(({ uri, message }) => ({ path: pathOfUri(uri) ?? uri, message })),
      };
    },
    read: (path) =>
      leftOut.includes(path)
        ? { state: 'unreadable', reason: 'stopped an earlier scan, so it is left out' }
        : diskFiles.text(uriOfPath(path)),
  };
  const text = (uri: string): FileText => {
    const edited = inEditor.get(uri);
    if (edited !== undefined) return { state: 'text', text: edited };
    const read = onDisk.get(uri) ?? diskFiles.text(uri);
    onDisk.set(uri, read);
    return read;
  };
  const configurations = configurationsOf({
    files: { text, readNamed: diskFiles.readNamed },
    settings: (uri) => folders.find(({ path }) => uri.startsWith(`${uriOfPath(path)}/`))?.settings,
    onBaseline: (uri) => post({ kind: 'baseline', uri }),
    reportsSyntax,
  });
  const excluded = optionsFor(emptyConfiguration, 'excluded.yaml', {
    reportsSyntax: false,
    checksEveryDocument: false,
  });

  const folderOf = (path: string) => folderHolding(folders, path);
  const listener: ScanListener = {
    onObjects: sending.objects,
    onFindings(path, linted) {
      const diagnostics = linted ? diagnosticsOf(linted, uriOfPath(path), rulePages) : [];
      const telling = diagnostics.length === 0 ? '' : sha256(JSON.stringify(diagnostics));
      if ((told.get(path) ?? '') === telling) return;
      told.set(path, telling);
      sending.diagnostics(path, diagnostics);
    },
    onFault: (path, message) => post({ kind: 'fault', path, message }),
    onRead(path) {
      readNow.add(path);
      nameReading(path);
    },
    onProgress: (done, total) => {
      if (done % 50 === 0 || done === total) post({ kind: 'progress', done, total });
    },
    async pause() {
      await sending.pause();
      return !isCancelled;
    },
  };

  const startScan = (folder: string): FolderScan => {
    const find = () => {
      const found = files.find(folder);
      for (const { path, message } of found.faults) listener.onFault(path, message);
      const readsJson = Reflect.get(Object(folderOf(`${folder}/x`)?.settings), 'json') === true;
      return new Set(
        found.paths.filter((path) => (readsJson || !/\.json$/i.test(path)) && folderOf(path)?.path === folder),
      );
    };
    const optionsOf = (path: string) => configurations.optionsFor({ uri: uriOfPath(path), folder: uriOfPath(folder) });
    const excludedOptions = excluded.state === 'linted' ? excluded.options : undefined;
    if (!excludedOptions) throw new Error('An empty configuration excludes nothing');
    return folderScan(find, { files, optionsFor: optionsOf, excludedOptions, hashOf: sha256 }, listener);
  };

  const scanAll = async (scan: number) => {
    const started = performance.now();
    readNow.clear();
    onDisk.clear();
    configurations.forget();
    const paths = new Set(folders.map(({ path }) => path));
    for (const path of scans.keys()) if (!paths.has(path)) scans.delete(path);
    let isWhole = true;
    for (const { path } of folders) {
      const known = scans.get(path) ?? startScan(path);
      scans.set(path, known);
      isWhole = isWhole && (await known.scan());
    }
    await sending.flush();
    post({ kind: 'scanned', scan, isWhole, read: readNow.size, milliseconds: performance.now() - started });
  };

  const following = async (change: () => Promise<void>) => {
    readNow.clear();
    isCancelled = false;
    await change();
    await sending.flush();
    if (readNow.size > 0) post({ kind: 'followed', read: [...readNow] });
  };

  /** One thing after the other; a fault costs no more than what it happened in. */
  const enqueue = (task: () => Promise<void>) => {
    work = work.then(task).catch((error: unknown) => {
      const written = withoutShapedSecrets(printableError(error));
      post({ kind: 'fault', path: nameReading(), message: `could not be checked: ${written}` });
    });
  };

  port.on('message', (message: ToThread) => {
    switch (message.kind) {
      case 'next':
        sending.arrived();
        break;
      case 'cancel':
        isCancelled = true;
        break;
      case 'scan': {
        // A scan that is under way is overtaken.
        isCancelled = true;
        wanted = message.scan;
        enqueue(async () => {
          if (message.scan !== wanted) return;
          isCancelled = false;
          folders = message.folders;
          await scanAll(message.scan);
        });
        break;
      }
      case 'changed':
        enqueue(() =>
          following(async () => {
            for (const path of message.paths) onDisk.delete(uriOfPath(path));
            for (const [folder, scan] of scans) {
              const own = message.paths.filter((path) => folderOf(path)?.path === folder);
              if (own.length > 0 || message.areOthers) await scan.update(new Set(own), message.areOthers);
            }
          }),
        );
        break;
      case 'open':
        enqueue(() =>
          following(async () => {
            const scan = scans.get(folderOf(message.path)?.path ?? '');
            // The editor shows its own diagnostics of what is open, so afterwards all has to be told again.
            told.set(message.path, 'open');
            await scan?.setOpen(message.path, message.objects);
          }),
        );
        break;
      case 'configuration': {
        const { path, text: edited } = message;
        enqueue(async () => {
          const uri = uriOfPath(path);
          const before = text(uri);
          if (edited === undefined) inEditor.delete(uri);
          else inEditor.set(uri, edited);
          if (JSON.stringify(before) !== JSON.stringify(text(uri))) post({ kind: 'stale' });
        });
      }
    }
  });
}

/** Writes into shared memory which file is read; gives back the one written last. */
function namer(memory: SharedArrayBuffer): (path?: string) => string {
  const length = new Int32Array(memory, 0, 1);
  const bytes = new Uint8Array(memory, Int32Array.BYTES_PER_ELEMENT);
  const encoder = new TextEncoder();
  let last = '';
  return (path) => {
    if (path === undefined) return last;
    last = path;
    length[0] = encoder.encodeInto(path, bytes).written;
    return path;
  };
}
