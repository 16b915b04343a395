import { sep } from 'node:path';
import type { ScannedFiles } from '../scan/scannedFiles';
import { readBytes } from './readBytes';
import { decode } from './textFile';
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
    const read = readBytes(path);
    if (read.state === 'gone') return { state: 'gone' };
    if (read.state === 'unreadable') return read;
    const decoded = decode(read.bytes);
    return decoded.text === undefined
      ? { state: 'unreadable', reason: decoded.reason }
      : { state: 'text', text: decoded.text };
  },
};

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
