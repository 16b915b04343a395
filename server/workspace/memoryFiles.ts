import { encodeUtf8 } from '../rendering/charts/go/bytes';
import type { Files, FileText, FolderEntry, SearchableFolders } from './files';
import { isManifestName } from './manifestName';
import { isWithin, joined, relativeTo, shownUri } from './uris';

/**
 * Files that are kept in memory. They answer at once, with what is there when they are asked.
 *
 * @param files by their URIs: their texts or bytes, or why they have none
 */
export function memoryFiles(files: ReadonlyMap<string, string | Uint8Array | FileText>): Files & SearchableFolders {
  const text = (uri: string): FileText => {
    const kept = files.get(uri) ?? { state: 'gone' };
    if (kept instanceof Uint8Array) return { state: 'unreadable', reason: 'is no text file' };
    return typeof kept === 'string' ? { state: 'text', text: kept } : kept;
  };
  return {
    text,
    bytes(uri) {
      const kept = files.get(uri);
      if (kept instanceof Uint8Array) return { state: 'bytes', bytes: kept };
      const read = text(uri);
      return read.state === 'text' ? { state: 'bytes', bytes: encodeUtf8(read.text) } : read;
    },
    readNamed(uri, root) {
      if (isWithin(uri, root)) return text(uri);
      return { state: 'unreadable', reason: `lies outside of ${shownUri(root)}, so it is not read` };
    },
    entriesOf(folder) {
      const entries = new Map<string, FolderEntry>();
      for (const uri of files.keys()) {
        if (uri === folder || !isWithin(uri, folder)) continue;
        const [first = ''] = relativeTo(folder, uri).split('/');
        entries.set(first, { name: first, isFolder: joined(folder, first) !== uri });
      }
      return [...entries.values()];
    },
    find(folder) {
      const found = [...files].filter(([uri]) => isWithin(uri, folder) && isManifestName(uri));
      return {
        files: found.map(([uri, kept]) => ({ uri, size: typeof kept === 'string' ? kept.length : 0 })),
        faults: [],
        unread: [],
      };
    },
  };
}
