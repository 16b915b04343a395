import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import type { Files, FileText, FolderEntry, SearchableFolders } from '../files';
import { joined, pathOfUri, uriOfPath } from '../uris';
import { entriesIn } from './entries';
import { largestNamed, type NamedFile, namedFileIn } from './namedFile';
import { type ReadBytes, readBytes, readBytesLater } from './readBytes';
import { decode } from './textFile';
import { findFiles } from './walk';

/** The files of the file system. They answer at once: for threads that have nothing else to do. */
export const diskFiles = {
  text(uri) {
    const path = pathOfUri(uri);
    return path === undefined ? gone : textIn(readBytes(path));
  },
  bytes(uri, largest) {
    const path = pathOfUri(uri);
    return path === undefined ? gone : readBytes(path, { largest });
  },
  readNamed(uri, root) {
    const named = namedFile(uri, root);
    return textIn(named.state === 'resolved' ? readBytes(named.path, { largest: largestNamed }) : named);
  },
  entriesOf(uri) {
    try {
      const path = pathOfUri(uri);
      return path === undefined ? [] : entriesIn(path).entries.flatMap(entryOf);
    } catch {
      return [];
    }
  },
  find(folder) {
    const path = pathOfUri(folder);
    if (path === undefined) return { files: [], faults: [], unread: [] };
    const { files, faults, unread } = findFiles([path], path);
    return {
      files: files.map((file) => ({ uri: uriOfPath(file.path), size: file.size })),
      faults: faults.map(({ name, message }) => ({ uri: joined(folder, name), message })),
      unread: unread.map(uriOfPath),
    };
  },
} as const satisfies Files & SearchableFolders;

/** The files of the file system, read while others have their turn. */
export const diskFilesLater: Files = {
  async text(uri) {
    const path = pathOfUri(uri);
    return path === undefined ? gone : textIn(await readBytesLater(path));
  },
  async bytes(uri, largest) {
    const path = pathOfUri(uri);
    return path === undefined ? gone : readBytesLater(path, { largest });
  },
  async readNamed(uri, root) {
    const named = namedFile(uri, root);
    return textIn(named.state === 'resolved' ? await readBytesLater(named.path, { largest: largestNamed }) : named);
  },
  async entriesOf(uri) {
    const path = pathOfUri(uri);
    if (path === undefined) return [];
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    return entries.flatMap(entryOf);
  },
};

/** What bytes say, once they are read. */
export function textIn(read: ReadBytes): FileText {
  if (read.state === 'gone') return gone;
  if (read.state === 'unreadable') return read;
  const decoded = decode(read.bytes);
  return decoded.text === undefined
    ? { state: 'unreadable', reason: decoded.reason }
    : { state: 'text', text: decoded.text };
}

const gone = { state: 'gone' } as const;

function namedFile(uri: string, root: string): NamedFile {
  const [path, folder] = [pathOfUri(uri), pathOfUri(root)];
  if (path === undefined || folder === undefined) return { state: 'gone', reason: 'does not exist' };
  return namedFileIn(folder, path);
}

function entryOf(entry: Dirent): FolderEntry[] {
  const isFolder = entry.isDirectory();
  return isFolder || entry.isFile() ? [{ name: entry.name, isFolder }] : [];
}
