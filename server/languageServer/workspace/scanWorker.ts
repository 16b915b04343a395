import { Worker } from 'node:worker_threads';
import type { FromThread, ScanNews, ScanTask, ThreadStart, ToThread } from './scanMessages';

/** A thread that scans. */
export interface ScanWorker {
  readonly tell: (task: ScanTask) => void;
  /** Ends the scan that goes on. */
  readonly cancel: () => void;
  readonly end: () => void;
}

/** Who is told of a thread. */
export interface WorkerListener {
  readonly onMessage: (message: ScanNews) => void;
  /** The thread is gone, and with it all that it knew; `path` is the file that it was reading. */
  readonly onDeath: (reason: string, path: string | undefined) => void;
}

/** Calls back after so many milliseconds, unless it is told before that nobody waits any more. */
export type StartTimer = (milliseconds: number, callBack: () => void) => () => void;

/** What a thread may take before it is given up. */
export interface WorkerLimits {
  /** Milliseconds for which it may say nothing while it has something to do. */
  readonly longestSilence: number;
  /** In megabytes. */
  readonly mostMemory: number;
  /** What its silence is measured with. */
  readonly startTimer: StartTimer;
}

/** Longer than any file that can be read takes; much more memory than thousands need, less than takes the machine down. */
const usualLimits: WorkerLimits = { longestSilence: 30_000, mostMemory: 1024, startTimer };
const longestPath = 8192;

/**
 * Starts a thread that scans.
 *
 * @param program the file that this program runs from: the thread runs it too
 */
export function startScanWorker(
  program: string,
  start: Omit<ThreadStart, 'purpose' | 'reading'>,
  { onMessage, onDeath }: WorkerListener,
  limits = usualLimits,
): ScanWorker {
  const { longestSilence, mostMemory } = limits;
  const reading = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT + longestPath);
  const workerData: ThreadStart = { ...start, purpose: 'scan', reading };
  const thread = new Worker(program, {
    workerData,
    // What the server is started with is not meant for the thread.
    argv: [],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory, maxYoungGenerationSizeMb: 16 },
  });
  thread.unref();
  let isOver = false;
  /** How many tasks are not done. */
  let tasks = 0;
  let stopTimer = () => {};

  const post = (message: ToThread) => thread.postMessage(message);
  const die = (reason: string) => {
    if (isOver) return;
    isOver = true;
    stopTimer();
    void thread.terminate();
    onDeath(reason, lastRead(reading));
  };
  const listenAgain = () => {
    stopTimer();
    if (tasks === 0) return;
    stopTimer = limits.startTimer(longestSilence, () => die(`took more than ${longestSilence / 1000} seconds`));
  };

  thread.on('message', (message: FromThread) => {
    if (isOver) return;
    const isDone = message.kind === 'done';
    if (isDone) tasks--;
    listenAgain();
    if (isDone) return;
    onMessage(message);
    // What waits for its turn, such as a keystroke, comes before the next batch.
    if (message.kind === 'files') setImmediate(() => !isOver && post({ kind: 'next' }));
  });
  thread.on('error', (error: unknown) => die(error instanceof Error ? error.message : String(error)));
  thread.on('exit', (code) => die(`ended with code ${code}`));

  return {
    tell(task) {
      if (isOver) return;
      tasks++;
      if (tasks === 1) listenAgain();
      post(task);
    },
    cancel: () => post({ kind: 'cancel' }),
    end() {
      isOver = true;
      stopTimer();
      void thread.terminate();
    },
  };
}

function startTimer(milliseconds: number, callBack: () => void): () => void {
  const timer = setTimeout(callBack, milliseconds).unref();
  return () => clearTimeout(timer);
}

/** The file that a thread wrote down last. */
function lastRead(memory: SharedArrayBuffer): string | undefined {
  const [length = 0] = new Int32Array(memory, 0, 1);
  // TextDecoder takes no shared memory.
  const bytes = Uint8Array.from(new Uint8Array(memory, Int32Array.BYTES_PER_ELEMENT, length));
  return length === 0 ? undefined : new TextDecoder().decode(bytes);
}
