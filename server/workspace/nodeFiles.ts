import { readdir, readFile } from 'node:fs/promises';
import type { ReadableFiles, ReadableFolders } from './files';

/** The files of the file system. */
export const nodeFiles: ReadableFiles & ReadableFolders = {
  async readText(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (isNoSuchFile(error)) return undefined;
      throw error;
    }
  },
  async entriesOf(path) {
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }));
  },
};

const noSuchFile: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];

function isNoSuchFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && noSuchFile.includes(error.code);
}
