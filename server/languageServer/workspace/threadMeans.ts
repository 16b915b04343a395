import type { Hash } from '../../lint/fingerprints/fingerprints';
import type { Files, SearchableFolders } from '../../workspace/files';
import type { FromThread } from './scanMessages';

/** The means that a thread is handed at its start. */
export interface ThreadMeans {
  readonly hashOf: Hash;
  /** The time in milliseconds. */
  readonly now: () => number;
  readonly files: Files & SearchableFolders;
  /** Says something to the server. */
  readonly post: (message: FromThread) => void;
  /** Lets waiting messages have their turn. */
  readonly turn: () => Promise<void>;
}
