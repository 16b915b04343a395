import type { ScanNews, ScanTask, ThreadStart } from './scanMessages';

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
  /** The thread is gone, and with it all that it knew; `uri` is the file that it was reading. */
  readonly onDeath: (reason: string, uri: string | undefined) => void;
}

/** What a thread is to know from the start. */
export type WorkerStart = Omit<ThreadStart, 'purpose' | 'reading'>;

/** Starts a thread, as the program can that the server is in. */
export type StartWorker = (start: WorkerStart, listener: WorkerListener) => ScanWorker;

/** The thread of a scan, while there is one: what it is told meanwhile nobody hears. */
export interface WorkerHolder extends ScanWorker {
  readonly start: (start: WorkerStart) => void;
}

/** A holder of no thread yet. */
export function workerOf(startWorker: StartWorker, { onMessage, onDeath }: WorkerListener): WorkerHolder {
  let worker: ScanWorker | undefined;
  return {
    start(start) {
      worker = startWorker(start, {
        onMessage,
        onDeath(reason, uri) {
          worker = undefined;
          onDeath(reason, uri);
        },
      });
    },
    tell: (task) => worker?.tell(task),
    cancel: () => worker?.cancel(),
    end() {
      worker?.end();
      worker = undefined;
    },
  };
}
