import { availableParallelism } from 'node:os';
import { isMainThread, type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import type { FoundFile } from '../workspace/disk/walk';
import { type Checker, checkFile, type Job } from './checkFile';
import { type Configurations, configurations } from './configurations';
import type { ConfigurationComplaint, FileReport, Outcome } from './report';

/** The files as they were checked, in the order given, and what is wrong in their configurations. */
export interface Checked {
  readonly reports: readonly FileReport[];
  readonly complaints: readonly ConfigurationComplaint[];
}

/** Below this, starting another thread takes longer than it saves. */
const fewFiles = 40;
const fewBytes = 300_000;

const mostThreads = 8;

/** What a thread is started with. Each takes the next file that no other has taken, until there are none left. */
interface Share {
  readonly files: readonly FoundFile[];
  readonly job: Job;
  /** One number: how many files have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** What a thread says. */
type ThreadMessage =
  | { readonly kind: 'checked'; readonly index: number; readonly outcome: Outcome }
  | { readonly kind: 'complaints'; readonly complaints: readonly ConfigurationComplaint[] };

/**
 * Checks files with all processors. A file that takes a whole thread down is reported as crashed.
 *
 * @param program the file that this program runs from: other threads run it too
 */
export async function checkAll(
  files: readonly FoundFile[],
  job: Job,
  known: Configurations,
  program: string,
): Promise<Checked> {
  // Large files first, so that no thread is left with one when all others are done.
  const order = files.map((_, index) => index).sort((a, b) => (files[b]?.size ?? 0) - (files[a]?.size ?? 0));
  const sorted = order.flatMap((index) => files[index] ?? []);
  const outcomes: (Outcome | undefined)[] = [];
  const complaints = new Map<string, ConfigurationComplaint>();
  const receive = (message: ThreadMessage) => {
    if (message.kind === 'checked') outcomes[order[message.index] ?? 0] = message.outcome;
    else for (const complaint of message.complaints) complaints.set(JSON.stringify(complaint), complaint);
  };

  const share: Share = { files: sorted, job, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const others = Array.from({ length: otherThreads(files) }, () => runThread(program, share, receive));
  await takeShare(share, known, receive);
  const deaths = (await Promise.all(others)).filter((death) => death !== undefined);

  const lost: Outcome = { state: 'crashed', error: deaths.join('; ') };
  const reports = files.map(({ name, path, isNamed }, index) => ({
    name,
    path,
    isNamed,
    outcome: outcomes[index] ?? lost,
  }));
  return { reports, complaints: [...complaints.values()] };
}

function otherThreads(files: readonly FoundFile[]): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const isLittle = files.length <= fewFiles && bytes <= fewBytes;
  return isLittle ? 0 : Math.min(availableParallelism(), mostThreads, files.length) - 1;
}

/** Runs a thread until it ends; gives back what it died of, if it did. */
function runThread(
  program: string,
  share: Share,
  receive: (message: ThreadMessage) => void,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const thread = new Worker(program, { workerData: share });
    let death: string | undefined;
    thread.on('message', receive);
    thread.on('error', (error) => {
      death = error instanceof Error ? error.message : String(error);
    });
    thread.on('exit', () => resolve(death));
  });
}

/** What this program does in another thread: its share. */
export async function workAsThread(): Promise<void> {
  const port: MessagePort | null = parentPort;
  const share: Share = workerData;
  if (isMainThread || !port) return;
  const { currentFolder, overruling, baseline } = share.job;
  await takeShare(share, configurations(currentFolder, overruling, baseline), (message) => port.postMessage(message));
}

async function takeShare(
  { files, job, taken }: Share,
  known: Configurations,
  send: (message: ThreadMessage) => void,
): Promise<void> {
  const counter = new Int32Array(taken);
  let writer: ReturnType<Checker['writer']> | undefined;
  const checker: Checker = { job, known, writer: () => (writer ??= loadedWriter()) };
  for (;;) {
    const index = Atomics.add(counter, 0, 1);
    const file = files[index];
    if (!file) break;
    send({ kind: 'checked', index, outcome: await checkFile(file, checker) });
  }
  send({ kind: 'complaints', complaints: known.complaints() });
}

async function loadedWriter(): ReturnType<Checker['writer']> {
  return (await import('../workspace/disk/fileWriter')).fileWriter(Date.now);
}
