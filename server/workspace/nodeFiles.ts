import { readFile } from 'node:fs/promises';
import type { ReadableFiles } from './files';

/** The files of the file system. */
export const nodeFiles: ReadableFiles = {
  async readText(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (isNoSuchFile(error)) return undefined;
      throw error;
    }
  },
};

const noSuchFile: readonly unknown[] = ['ENOENT', 'ENOTDIR', 'EISDIR'];

function isNoSuchFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && noSuchFile.includes(error.code);
}
