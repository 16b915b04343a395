import { scanThread } from './scanThread';
import type { StartWorker } from './scanWorker';
import type { ThreadMeans } from './threadMeans';

/** The longest URI that is noted, in bytes, behind its length. */
const noteSize = 4 + 8192;

/** Scans where the server itself runs, by turns with what else there is to do: for platforms whose threads can't share its files. */
export function scansInTurns(means: Omit<ThreadMeans, 'post'>): StartWorker {
  return (start, { onMessage }) => {
    let isOver = false;
    const hear = scanThread(
      { ...start, purpose: 'scan', reading: new ArrayBuffer(noteSize) },
      {
        ...means,
        post(message) {
          if (isOver || message.kind === 'done') return;
          onMessage(message);
          if (message.kind === 'files') void means.turn().then(() => !isOver && hear({ kind: 'next' }));
        },
      },
    );
    return {
      tell: (task) => !isOver && hear(task),
      cancel: () => hear({ kind: 'cancel' }),
      end() {
        isOver = true;
        hear({ kind: 'cancel' });
      },
    };
  };
}
