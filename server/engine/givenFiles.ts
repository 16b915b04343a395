import type { FoundFiles, SearchableFolders } from '../workspace/files';
import { foldersAbove, isWithin, joined, normalUri, uriOfPath } from '../workspace/uris';
import type { Problem, TextFile } from './contract';

/** Files as they were handed in, by their URIs. */
export interface GivenFiles {
  readonly files: ReadonlyMap<string, TextFile>;
  readonly problems: readonly Problem[];
}

/** Sorts out what was handed in. Paths that aren't absolute go from the root. */
export function givenFiles(given: readonly TextFile[]): GivenFiles {
  const files = new Map<string, TextFile>();
  const problems: Problem[] = [];
  for (const file of given) {
    const uri = uriOf(file.file);
    if (files.has(uri)) {
      const message = 'This file is handed in twice; what comes last counts';
      problems.push({ file: file.file, message, range: null });
    }
    files.set(uri, file);
  }
  return { files, problems };
}

/** What holds everything that may stand beside a file. */
export function rootAbove(uri: string): string {
  return foldersAbove(uri).at(-1) ?? uri;
}

/** Finds files among those that were handed in: all of a folder but what belongs to git. */
export function searchable({ files }: GivenFiles): SearchableFolders {
  return {
    find(folder): FoundFiles {
      const found = [...files].filter(([uri]) => isWithin(uri, folder) && !uri.includes('/.git/'));
      return { files: found.map(([uri, { text }]) => ({ uri, size: text.length })), faults: [], unread: [] };
    },
  };
}

function uriOf(name: string): string {
  if (/^[a-z][a-z0-9+.-]+:/i.test(name)) return normalUri(name);
  if (/^(?:\/|[a-z]:[\\/]|\\\\)/i.test(name)) return uriOfPath(name);
  return joined(uriOfPath('/'), name);
}
