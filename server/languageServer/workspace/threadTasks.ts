import type { ScanTask, ToThread } from './scanMessages';

/** What a thread has been told to do: one thing after the other. */
export interface ThreadTasks {
  /** True if the scan that goes on is to end. */
  isCancelled: boolean;
  /** The number of the last scan that was asked for. */
  wanted: number;
}

/** Nothing to do yet. */
export function noTasks(): ThreadTasks {
  return { isCancelled: false, wanted: 0 };
}

/** What to do about a message: have a task wait for its turn, send the next batch, or nothing. */
export type Hearing =
  | { readonly kind: 'task'; readonly task: ScanTask }
  | { readonly kind: 'batch arrived' }
  | { readonly kind: 'nothing' };

/** A message has come, whatever is going on. */
export function hearMessage(tasks: ThreadTasks, message: ToThread): Hearing {
  switch (message.kind) {
    case 'next':
      return { kind: 'batch arrived' };
    case 'cancel':
      tasks.isCancelled = true;
      return { kind: 'nothing' };
    case 'scan':
      // Whatever goes on is of no use any more.
      tasks.wanted = message.request.scan;
      tasks.isCancelled = true;
      return { kind: 'task', task: message };
    default:
      return { kind: 'task', task: message };
  }
}

/** It is a task's turn; false for a scan in whose place another one is wanted by now. */
export function beginTask(tasks: ThreadTasks, task: ScanTask): boolean {
  if (task.kind === 'scan' && task.request.scan !== tasks.wanted) return false;
  if (task.kind !== 'configuration') tasks.isCancelled = false;
  return true;
}
