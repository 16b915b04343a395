import { readFileSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import type { ScannedFiles } from '../scan/scannedFiles';
import { fileFault } from './fileFault';
import { decode, largestFile, tooLarge } from './textFile';
import { findFiles } from './walk';

/** The files of the file system, as a scan asks for them. */
export const diskFiles: ScannedFiles = {
  find(folder) {
    const { files, faults } = findFiles([folder], folder);
    return {
      paths: files.map(({ path }) => slashed(path)),
      faults: faults.map(({ name, message }) => ({ path: `${folder}/${name}`, message })),
    };
  },
  read(path) {
    let bytes: Buffer;
    try {
      const { size } = statSync(path);
      if (size > largestFile) return { state: 'unreadable', reason: tooLarge(size) };
      bytes = readFileSync(path);
    } catch (error) {
      const reason = fileFault(error);
      const isGone = reason === 'does not exist' || reason === 'is a folder';
      return isGone ? { state: 'gone' } : { state: 'unreadable', reason: `could not be read: ${reason}` };
    }
    const decoded = decode(bytes);
    return decoded.text === undefined
      ? { state: 'unreadable', reason: decoded.reason }
      : { state: 'text', text: decoded.text };
  },
};

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
