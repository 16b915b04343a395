import { type FileFacts, factsOfUnread } from '../workspace/judge/fileFacts';
import { uriOfPath } from '../workspace/uris';

/** What a file tells the others of its neighbourhood. Plain data, so that it can be handed to other threads. */
export interface Told {
  readonly neighbourhood: string;
  readonly facts: FileFacts;
}

/** What those tell that can't be read: files, folders, and whatever a thread had read that died. */
export function toldOfUnread(neighbourhood: string, path: string): Told[] {
  const facts = factsOfUnread(uriOfPath(path));
  return facts ? [{ neighbourhood, facts }] : [];
}
