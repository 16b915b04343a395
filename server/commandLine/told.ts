import { type FileFacts, factsOfUnread } from '../workspace/judge/fileFacts';
import { uriOfPath } from '../workspace/uris';

/** The facts of a file, with its neighbourhood. Plain data, so that they can be handed to other threads. */
export interface Told {
  readonly neighbourhood: string;
  readonly facts: FileFacts;
}

/** The facts of files and folders that can't be read, and of the files that a dead thread had read. */
export function toldOfUnread(neighbourhood: string, path: string): Told[] {
  const facts = factsOfUnread(uriOfPath(path));
  return facts ? [{ neighbourhood, facts }] : [];
}
