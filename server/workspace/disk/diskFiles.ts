import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { FileText, ScannedFiles } from '../scan/scannedFiles';
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
    const read = bytesOf(path);
    if (read.state !== 'bytes') return read;
    const decoded = decode(read.bytes);
    return decoded.text === undefined
      ? { state: 'unreadable', reason: decoded.reason }
      : { state: 'text', text: decoded.text };
  },
};

type ReadBytes = { readonly state: 'bytes'; readonly bytes: Buffer } | Exclude<FileText, { readonly state: 'text' }>;

// A pipe that nobody writes into would keep whoever opens it waiting. Windows has no such files, and no such flag.
const opening = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function bytesOf(path: string): ReadBytes {
  try {
    const file = openSync(path, opening);
    try {
      const stats = fstatSync(file);
      if (stats.isDirectory()) return { state: 'gone' };
      if (!stats.isFile()) return { state: 'unreadable', reason: 'is no file that holds text' };
      if (stats.size > largestFile) return { state: 'unreadable', reason: tooLarge(stats.size) };
      return { state: 'bytes', bytes: readFileSync(file) };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const reason = fileFault(error);
    const isGone = reason === 'does not exist' || reason === 'is a folder';
    return isGone ? { state: 'gone' } : { state: 'unreadable', reason: `could not be read: ${reason}` };
  }
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
