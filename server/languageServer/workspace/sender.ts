import type { IndexedFile } from '../../workspace/objects/indexedFile';
import type { FromThread, ScannedFile } from './scanMessages';

/** Sends what a scan finds, in batches that whoever receives them takes in between two keystrokes. */
export interface Sender {
  readonly objects: (path: string, file: IndexedFile | undefined) => void;
  readonly diagnostics: (path: string, diagnostics: ScannedFile['diagnostics']) => void;
  /** Sends what has gathered and lets others have their turn, if it is time to. */
  readonly pause: () => Promise<void>;
  readonly flush: () => Promise<void>;
  /** To be called when a batch has arrived. */
  readonly arrived: () => void;
}

/** Milliseconds of work between two pauses. */
const longestTurn = 4;
/** Diagnostics and objects of a batch, about: a thousand take three milliseconds to receive. */
const largestBatch = 400;
/** Batches under way at the same time. */
const mostUnderWay = 2;

/** A sender for a port. */
export function sender(post: (message: FromThread) => void): Sender {
  const batch = new Map<string, ScannedFile>();
  let underWay = 0;
  let wake: (() => void) | undefined;
  let turnEnds = performance.now() + longestTurn;

  const add = (file: ScannedFile) => void batch.set(file.path, { ...batch.get(file.path), ...file });

  const flush = async () => {
    const files = [...batch.values()];
    batch.clear();
    for (let first = 0; first < files.length; ) {
      let [last, weight] = [first, 0];
      for (; last < files.length && (last === first || weight < largestBatch); last++) weight += weightOf(files[last]);
      while (underWay >= mostUnderWay) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      underWay++;
      post({ kind: 'files', files: files.slice(first, last) });
      first = last;
    }
  };

  return {
    objects: (path, file) => add({ path, indexed: file ?? null }),
    diagnostics: (path, diagnostics) => add({ path, ...(diagnostics && { diagnostics }) }),
    async pause() {
      if (performance.now() < turnEnds) return;
      await flush();
      await new Promise<void>((resolve) => void setImmediate(resolve));
      turnEnds = performance.now() + longestTurn;
    },
    flush,
    arrived() {
      underWay--;
      wake?.();
    },
  };
}

function weightOf(file: ScannedFile | undefined): number {
  return (file?.diagnostics?.length ?? 0) + (file?.indexed?.objects.length ?? 0);
}
