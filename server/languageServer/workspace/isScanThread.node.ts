import { isMainThread, workerData } from 'node:worker_threads';
import { valueAt } from '../../unknownJson';

/** True in a thread that was started to scan a workspace. */
export function isScanThread(): boolean {
  return !isMainThread && valueAt(workerData, 'purpose') === 'scan';
}
