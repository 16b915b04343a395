import { Worker } from 'node:worker_threads';
import type { FromThread, ThreadStart, ToThread } from './scanMessages';
import type { ScanWorker, StartWorker, WorkerListener, WorkerStart } from './scanWorker';

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
 * Starts threads of Node that scan.
 *
 * @param program the file that this program runs from: the threads run it too
 */
export function nodeScanWorkers(program: string, limits = usualLimits): StartWorker {
  return (start, listener) => {
    const reading = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT + longestPath);
    return heard(startThread(program, { ...start, reading }, limits), reading, listener, limits);
  };
}

function startThread(program: string, start: WorkerStart & Pick<ThreadStart, 'reading'>, limits: WorkerLimits): Worker {
  const workerData: ThreadStart = { ...start, purpose: 'scan' };
  const thread = new Worker(program, {
    workerData,
    // What the server is started with is not meant for the thread.
    argv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.mostMemory, maxYoungGenerationSizeMb: 16 },
  });
  thread.unref();
  return thread;
}

/** A thread that somebody listens to, until it says nothing for too long. */
function heard(
  thread: Worker,
  reading: SharedArrayBuffer,
  { onMessage, onDeath }: WorkerListener,
  limits: WorkerLimits,
): ScanWorker {
  let isOver = false;
  const post = (message: ToThread) => thread.postMessage(message);
  const end = () => {
    isOver = true;
    silence.stop();
    void thread.terminate();
  };
  const die = (reason: string) => {
    if (isOver) return;
    end();
    onDeath(reason, lastRead(reading));
  };
  const silence = silenceOf(limits, die);

  thread.on('message', (message: FromThread) => {
    if (isOver) return;
    silence.broken(message.kind === 'done');
    if (message.kind === 'done') return;
    onMessage(message);
    // What waits for its turn, such as a keystroke, comes before the next batch.
    if (message.kind === 'files') setImmediate(() => !isOver && post({ kind: 'next' }));
  });
  thread.on('error', (error: unknown) => die(error instanceof Error ? error.message : String(error)));
  thread.on('exit', (code) => die(`ended with code ${code}`));

  return {
    tell(task) {
      if (isOver) return;
      silence.begin();
      post(task);
    },
    cancel: () => post({ kind: 'cancel' }),
    end,
  };
}

/** Measures for how long a thread says nothing that has something to do. */
function silenceOf({ longestSilence, startTimer }: WorkerLimits, onTooLong: (reason: string) => void) {
  /** How many tasks are not done. */
  let tasks = 0;
  let stop = () => {};
  const measure = () => {
    stop();
    if (tasks === 0) return;
    stop = startTimer(longestSilence, () => onTooLong(`took more than ${longestSilence / 1000} seconds`));
  };
  return {
    /** The thread is given a task. */
    begin() {
      tasks++;
      if (tasks === 1) measure();
    },
    /** The thread says something, be it that a task is done. */
    broken(isDone: boolean) {
      if (isDone) tasks--;
      measure();
    },
    stop: () => stop(),
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
