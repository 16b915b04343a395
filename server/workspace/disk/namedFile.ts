import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileFault } from './fileFault';
import { namesBelow } from './namesBelow';
import { type ReadBytes, readBytesLater } from './readBytes';

/** In bytes: what a configuration names is text that somebody has written, or findings written down. */
const largestNamed = 5 * 1024 * 1024;

/** As many as Linux follows. */
const mostLinks = 40;

/**
 * Reads a file that a configuration or a setting names, whose author nobody may trust: a regular file in a folder, links
 * followed. Nothing outside of the folder is touched.
 *
 * @param path absolute
 * @param root the folder, absolute
 */
export async function readNamedFile(path: string, root: string): Promise<ReadBytes> {
  const resolved = resolvedWithin(path, root);
  return resolved.state === 'resolved' ? readBytesLater(resolved.path, { largest: largestNamed }) : resolved;
}

type Resolved = { readonly state: 'resolved'; readonly path: string } | Exclude<ReadBytes, { readonly state: 'bytes' }>;

function resolvedWithin(path: string, root: string): Resolved {
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
