import type { Hash } from '../../lint/fingerprints/fingerprints';
import type { NamedFiles, ReadableFiles, SearchableFolders } from '../../workspace/files';
import type { FromThread } from './scanMessages';

/** What a thread is handed by whoever starts it. */
export interface ThreadMeans {
  readonly hashOf: Hash;
  /** The time in milliseconds. */
  readonly now: () => number;
  readonly files: ReadableFiles & NamedFiles & SearchableFolders;
  /** Says something to the server. */
  readonly post: (message: FromThread) => void;
  /** Lets what waits for its turn have it, such as a message that has come. */
  readonly turn: () => Promise<void>;
}
