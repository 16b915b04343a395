import { readdir } from 'node:fs/promises';
import type { NamedFiles, ReadableFiles, ReadableFolders } from '../files';
import { readNamedFile } from './namedFile';
import { type ReadBytes, readBytesLater } from './readBytes';

/** The files of the file system. */
export const nodeFiles: ReadableFiles & NamedFiles & ReadableFolders = {
  async readText(path) {
    return textIn(await readBytesLater(path));
  },
  async readNamed(path, root) {
    return textIn(await readNamedFile(path, root));
  },
  async entriesOf(path) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
};

/** @throws why it could not be read, unless it isn't there */
function textIn(read: ReadBytes): string | undefined {
  if (read.state === 'unreadable') throw new Error(read.reason);
  return read.state === 'bytes' ? read.bytes.toString('utf8') : undefined;
}
