import { isMainThread, type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { diagnosticsOf } from '../../features/diagnostics';
import type { Hash } from '../../lint/fingerprints/fingerprints';
import { printableError } from '../../lint/printable';
import { withoutShapedSecrets } from '../../manifests/secrets/hideSecrets';
import { configurations as configurationsOf } from '../../workspace/configurations';
import { diskFiles } from '../../workspace/disk/diskFiles';
import type { FileText, ReadableFiles, SearchableFolders } from '../../workspace/files';
import type { FilePlace } from '../../workspace/judge/judgedFile';
import { workspaceJudge } from '../../workspace/judge/workspaceJudge';
import { folderHolding } from './folders';
import type { FromThread, ScanRequest, ThreadStart, ToThread } from './scanMessages';
import { sender } from './sender';

/** True in a thread that was started to scan a workspace. */
export function isScanThread(): boolean {
  const start: unknown = workerData;
  return !isMainThread && typeof start === 'object' && start !== null && Reflect.get(start, 'purpose') === 'scan';
}

/** What such a thread does until it is ended: it scans what it is told to, and keeps it current. */
export function runScanThread(means: ThreadMeans): void {
  if (parentPort) scanFor(parentPort, workerData, means);
}

/** What a thread is handed by whoever starts it. */
export interface ThreadMeans {
  readonly hashOf: Hash;
  /** The time in milliseconds. */
  readonly now: () => number;
}

function scanFor(
  port: MessagePort,
  { leftOut, reading, reportsSyntax, crowdedFolders, rulePages }: ThreadStart,
  { hashOf, now }: ThreadMeans,
): void {
  const post = (message: FromThread) => port.postMessage(message);
  const sending = sender(post, now);
  /** What was last told of a file, so that nothing is told twice. */
  const told = new Map<string, string>();
  const inEditor = new Map<string, string>();
  const onDisk = new Map<string, FileText>();
  const nameReading = namer(reading);
  let request: Pick<ScanRequest, 'folders' | 'settings'> = { folders: [], settings: undefined };
  let isCancelled = false;
  let wanted = 0;
  const readNow = new Set<string>();
  let work = Promise.resolve();

  const files: ReadableFiles & SearchableFolders = {
    find: diskFiles.find,
    text: (uri) =>
      leftOut.includes(uri)
        ? { state: 'unreadable', reason: 'stopped an earlier scan, so it is left out' }
        : diskFiles.text(uri),
  };
  const text = (uri: string): FileText => {
    const edited = inEditor.get(uri);
    if (edited !== undefined) return { state: 'text', text: edited };
    const read = onDisk.get(uri) ?? diskFiles.text(uri);
    onDisk.set(uri, read);
    return read;
  };
  const folderOf = (uri: string) => folderHolding(request.folders, uri);
  const configurations = configurationsOf({
    files: { text, readNamed: diskFiles.readNamed },
    onBaseline: (uri) => post({ kind: 'baseline', uri }),
    settings: (uri) => folderOf(uri)?.settings ?? request.settings,
    reportsSyntax,
    crowdedFolders,
  });
  const placeOf = async (uri: string): Promise<FilePlace> => {
    const place = { uri, folder: folderOf(uri)?.folder };
    const options = await configurations.optionsFor(place);
    const neighbourhood = await configurations.neighbourhoodOf(place);
    return { options, quiet: options.quiet, neighbourhood };
  };

  const judge = workspaceJudge(
    { files, placeOf, hashOf },
    {
      onFacts: sending.facts,
      onRead: (folder, alone) => sending.after({ kind: 'neighbourhood', folder, alone }),
      onFindings(uri, linted) {
        const diagnostics = linted ? diagnosticsOf(linted, uri, rulePages) : [];
        const telling = diagnostics.length === 0 ? '' : hashOf(JSON.stringify(diagnostics));
        if ((told.get(uri) ?? '') === telling) return;
        told.set(uri, telling);
        sending.diagnostics(uri, diagnostics);
      },
      onFault: (uri, message) => post({ kind: 'fault', uri, message }),
      onReading(uri) {
        readNow.add(uri);
        nameReading(uri);
      },
      onProgress: (done, total) => {
        if (done % 50 === 0 || done === total) post({ kind: 'progress', done, total });
      },
      async pause() {
        await sending.pause();
        return !isCancelled;
      },
    },
  );

  const scanAll = async ({ scan, isAnew, folders, settings, neighbourhoods, shown }: ScanRequest) => {
    const started = now();
    request = { folders, settings };
    readNow.clear();
    onDisk.clear();
    if (isAnew) configurations.forget();
    const isShown = (uri: string) => shown.includes(folderOf(uri)?.folder ?? '');
    const wantedFolders = [...new Set([...shown, ...neighbourhoods])];
    const isWhole = await judge.read({ neighbourhoods: wantedFolders, isAnew, isShown });
    await sending.flush();
    post({ kind: 'scanned', scan, isWhole, read: readNow.size, milliseconds: now() - started });
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
    work = work
      .then(task)
      .catch((error: unknown) => {
        const written = withoutShapedSecrets(printableError(error));
        post({ kind: 'fault', uri: nameReading(), message: `could not be checked: ${written}` });
      })
      .then(() => post({ kind: 'done' }));
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
        const { scan } = message.request;
        // Whatever goes on is of no use any more.
        wanted = scan;
        isCancelled = true;
        enqueue(async () => {
          if (wanted !== scan) return;
          isCancelled = false;
          await scanAll(message.request);
        });
        break;
      }
      case 'changed':
        enqueue(() =>
          following(async () => {
            for (const uri of message.uris) onDisk.delete(uri);
            await judge.update(new Set(message.uris), message.areOthers);
          }),
        );
        break;
      case 'open':
        enqueue(() =>
          following(async () => {
            // The editor shows its own diagnostics of what is open, so afterwards all has to be told again.
            told.set(message.uri, 'open');
            await judge.setOpen(message.folder, message.uri, message.facts);
          }),
        );
        break;
      case 'configuration': {
        const { uri, text: edited } = message;
        enqueue(async () => {
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
