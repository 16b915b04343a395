import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { entriesIn, isFile, isFolder } from './entries';
import { readBytes } from './readBytes';

/** A file below a folder: its path from there with `/`, and its bytes. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Why a chart's folder can't be read; the reason goes on from the path. */
export interface Unreadable {
  readonly path: string;
  readonly reason: string;
}

/** Helm reads no larger file of a chart. */
const largest = 5 * 1024 * 1024;
const mostFiles = 10_000;

/** All files below a chart's folder, links followed as helm does. */
export function chartFolder(
  folder: string,
): { readonly files: readonly FolderFile[] } | { readonly fault: Unreadable } {
  const files: FolderFile[] = [];
  let fault: Unreadable | undefined;
  const walk = (path: string, prefix: string, above: readonly string[]): void => {
    const own = realpathSync(path);
    // A link that leads to a folder above it would never end.
    if (above.includes(own)) return;
    for (const { name } of entriesIn(path).entries) {
      if (fault) return;
      const inner = join(path, name);
      if (isFolder(inner)) {
        if (name !== '.git') walk(inner, `${prefix}${name}/`, [...above, own]);
      } else if (isFile(inner)) {
        const read = readBytes(inner, { largest });
        if (read.state !== 'bytes') fault = { path: prefix + name, reason: read.reason };
        else files.push({ path: prefix + name, bytes: read.bytes });
        if (files.length > mostFiles) fault = { path: folder, reason: `holds more than ${mostFiles} files` };
      }
    }
  };
  try {
    walk(folder, '', []);
  } catch (error) {
    fault = { path: folder, reason: error instanceof Error ? error.message : String(error) };
  }
  return fault ? { fault } : { files };
}
