import type { FoundFile } from '../workspace/disk/walk';

/** A file with what is to be done with it. Plain data, so that it can be handed to other threads. */
export interface PlannedFile extends FoundFile {
  readonly uri: string;
  /** False for one that was not asked for, but stands beside others that were. */
  readonly isShown: boolean;
  /** The folder whose files it is judged among; undefined where it is judged by itself. */
  readonly neighbourhood: string | undefined;
  /** False for one that its neighbours don't see, since git ignores it. */
  readonly isSeen: boolean;
  /** The folder of the chart that it is rendered with, absolute; absent where it belongs to none. */
  readonly chart?: string;
}
