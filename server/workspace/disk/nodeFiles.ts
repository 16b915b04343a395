import { readdir } from 'node:fs/promises';
import type { ReadableFiles, ReadableFolders } from '../files';
import { readBytesLater } from './readBytes';

/** The files of the file system. */
export const nodeFiles: ReadableFiles & ReadableFolders = {
  async readText(path) {
    const read = await readBytesLater(path);
    if (read.state === 'unreadable') throw new Error(read.reason);
    return read.state === 'bytes' ? read.bytes.toString('utf8') : undefined;
  },
  async entriesOf(path) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
};
