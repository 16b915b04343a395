import { printableError } from '../../lint/printable';
import { withoutShapedSecrets } from '../../manifests/secrets/hideSecrets';
import { readingNote } from './readingNote';
import type { ScanTask, ThreadStart, ToThread } from './scanMessages';
import { scanner } from './scanner';
import { sender } from './sender';
import type { ThreadMeans } from './threadMeans';
import { beginTask, hearMessage, noTasks } from './threadTasks';

/** A thread that scans; gives back the function that hears the thread's messages. */
export function scanThread(start: ThreadStart, means: ThreadMeans): (message: ToThread) => void {
  const { post } = means;
  const tasks = noTasks();
  const reading = readingNote(start.reading);
  const sending = sender(means);
  const doTask = scanner(start, { ...means, sending, reading, isCancelled: () => tasks.isCancelled });
  let work = Promise.resolve();

  /** One thing after the other; a fault costs no more than what it happened in. */
  const enqueue = (task: ScanTask) => {
    work = work
      .then(() => (beginTask(tasks, task) ? doTask(task) : undefined))
      .catch((error: unknown) => {
        const written = withoutShapedSecrets(printableError(error));
        post({ kind: 'fault', uri: reading.last(), message: `could not be checked: ${written}` });
      })
      .then(() => post({ kind: 'done' }));
  };

  return (message) => {
    const hearing = hearMessage(tasks, message);
    if (hearing.kind === 'task') enqueue(hearing.task);
    else if (hearing.kind === 'batch arrived') sending.arrived();
  };
}
