import { parentPort, workerData } from 'node:worker_threads';
import type { ToThread } from './scanMessages';
import { scanThread } from './scanThread';
import type { ThreadMeans } from './threadMeans';

/** What a thread that scans does until it is ended: it scans what it is told to, and keeps it current. */
export function runScanThread(means: Omit<ThreadMeans, 'post' | 'turn'>): void {
  const port = parentPort;
  if (!port) return;
  const hear = scanThread(workerData, {
    ...means,
    post: (message) => port.postMessage(message),
    turn: () => new Promise((resolve) => void setImmediate(resolve)),
  });
  port.on('message', (message: ToThread) => hear(message));
}
