import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileFault } from './fileFault';
import { namesBelow } from './namesBelow';
import type { ReadBytes } from './readBytes';

/** In bytes: what a configuration names is text that somebody has written, or findings written down. */
export const largestNamed = 5 * 1024 * 1024;

/** As many as Linux follows. */
const mostLinks = 40;

/** A file without any links in its path, or why it isn't to be read. */
export type NamedFile =
  | { readonly state: 'resolved'; readonly path: string }
  | Exclude<ReadBytes, { readonly state: 'bytes' }>;

/**
 * A file in a folder that a configuration or a setting names, whose author nobody may trust, links followed. Nothing outside
 * of the folder is touched.
 *
 * @param root the folder, absolute
 * @param path absolute
 */
export function namedFileIn(root: string, path: string): NamedFile {
  try {
    const top = realpathSync(root);
    // A path can be written as seen from a link to the folder, and from the folder itself.
    const below = (written: string) => {
      const found = namesBelow(root, written);
      return found.names ? found : namesBelow(top, written);
    };
    const first = below(path);
    if (!first.names) return { state: 'unreadable', reason: first.reason };
    const names = [...first.names];
    let at = top;
    let links = 0;
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const next = join(at, name);
      if (!lstatSync(next).isSymbolicLink()) {
        at = next;
        continue;
      }
      const target = below(resolve(dirname(next), readlinkSync(next)));
      if (!target.names)
        return { state: 'unreadable', reason: `is a link that leads out of ${root}, so it is not read` };
      if (++links > mostLinks) return { state: 'unreadable', reason: 'is a link that leads back to itself' };
      names.unshift(...target.names);
      at = top;
    }
    return { state: 'resolved', path: at };
  } catch (error) {
    const reason = fileFault(error);
    return reason === 'does not exist'
      ? { state: 'gone', reason }
      : { state: 'unreadable', reason: `could not be read: ${reason}` };
  }
}
