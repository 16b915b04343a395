import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { DocumentPlace } from '../workspace/documentConfigurations';
import { filePathOf } from '../workspace/paths';

/** Tells where documents stand, by their address and the workspace folders that are open. */
export interface DocumentPlaces {
  readonly placeOf: (uri: string) => DocumentPlace;
  /** The workspace folders that are open, absolute, `/` between folders. */
  readonly folders: () => readonly string[];
  readonly changeFolders: (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]) => void;
}

/** The places of a client's documents. */
export function documentPlaces({ workspaceFolders, rootUri }: InitializeParams): DocumentPlaces {
  const roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  let folders = roots.flatMap((uri) => pathOf(uri) ?? []);
  return {
    folders: () => folders,
    placeOf(uri) {
      const path = pathOf(uri);
      const holding = folders.filter((folder) => path?.startsWith(`${folder}/`));
      // Of folders inside of each other the innermost is meant.
      const folder = holding.toSorted((a, b) => b.length - a.length)[0];
      return { uri, path, folder };
    },
    changeFolders(added, removed) {
      const gone = new Set(removed.flatMap(({ uri }) => pathOf(uri) ?? []));
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.flatMap(({ uri }) => pathOf(uri) ?? [])];
    },
  };
}

/** The absolute path of a `file` address with `/` between folders; undefined for other schemes. */
function pathOf(uri: string): string | undefined {
  if (URI.parse(uri).scheme !== 'file') return undefined;
  const path = filePathOf(uri);
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
