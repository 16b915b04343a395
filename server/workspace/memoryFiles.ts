import type { Files, FileText, FolderEntry } from './files';
import { isWithin, joined, relativeTo, shownUri } from './uris';

/**
 * Files that are kept in memory. They answer at once, with what is there when they are asked.
 *
 * @param files by their URIs: their texts, or why they have none
 */
export function memoryFiles(files: ReadonlyMap<string, string | FileText>): Files {
  const text = (uri: string): FileText => {
    const kept = files.get(uri) ?? { state: 'gone' };
    return typeof kept === 'string' ? { state: 'text', text: kept } : kept;
  };
  return {
    text,
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
  };
}
