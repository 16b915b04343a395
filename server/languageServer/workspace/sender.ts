import type { FileFacts } from '../../workspace/judge/fileFacts';
import type { FromThread, ScannedFile } from './scanMessages';
import type { ThreadMeans } from './threadMeans';

/** Sends facts and diagnostics, in batches that the server takes in between two keystrokes. */
export interface Sender {
  readonly facts: (folder: string, uri: string, facts: FileFacts | undefined) => void;
  readonly diagnostics: (uri: string, diagnostics: ScannedFile['diagnostics']) => void;
  /** Sends a message once the facts and diagnostics gathered before it are sent. */
  readonly after: (message: FromThread) => void;
  /** If it is time to, sends the gathered batch and lets waiting messages have their turn. */
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

/** A sender that has nothing to send yet. */
export function sender({ post, now, turn }: Pick<ThreadMeans, 'post' | 'now' | 'turn'>): Sender {
  const batch = new Map<string, ScannedFile>();
  let following: FromThread[] = [];
  let underWay = 0;
  let wake: (() => void) | undefined;
  let turnEnds = now() + longestTurn;

  const add = (file: ScannedFile) => void batch.set(file.uri, { ...batch.get(file.uri), ...file });

  const flush = async () => {
    const files = [...batch.values()];
    batch.clear();
    const last = following;
    following = [];
    for (let first = 0; first < files.length; ) {
      let [end, weight] = [first, 0];
      for (; end < files.length && (end === first || weight < largestBatch); end++) weight += weightOf(files[end]);
      while (underWay >= mostUnderWay) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      underWay++;
      post({ kind: 'files', files: files.slice(first, end) });
      first = end;
    }
    for (const message of last) post(message);
  };

  return {
    facts: (folder, uri, facts) => add({ uri, told: { folder, facts: facts ?? null } }),
    diagnostics: (uri, diagnostics) => add({ uri, ...(diagnostics && { diagnostics }) }),
    after: (message) => void following.push(message),
    async pause() {
      if (now() < turnEnds) return;
      await flush();
      await turn();
      turnEnds = now() + longestTurn;
    },
    flush,
    arrived() {
      underWay--;
      wake?.();
    },
  };
}

function weightOf(file: ScannedFile | undefined): number {
  return (file?.diagnostics?.length ?? 0) + (file?.told?.facts?.objects.length ?? 0);
}
