import type { Connection, InitializeParams, WorkspaceFolder } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { DocumentPlace } from '../workspace/documentConfigurations';
import { filePathOf, uriOf } from '../workspace/paths';

/** Tells where documents stand, by their address and the workspace folders that are open. */
export interface DocumentPlaces {
  readonly placeOf: (uri: string) => DocumentPlace;
  /** The workspace folders that are open, absolute, `/` between folders. */
  readonly folders: () => readonly string[];
  readonly changeFolders: (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]) => void;
}

/** The addresses of the folders that a client has open; one that knows no workspace folders has at most one. */
export function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOf(rootPath)] : [];
}

/** The places of a client's documents. */
export function documentPlaces(params: InitializeParams): DocumentPlaces {
  let folders = rootsOf(params).flatMap((uri) => pathOf(uri) ?? []);
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

/** Follows the workspace folders of a client that tells of them. */
export function followFolders({ workspace }: Connection, places: DocumentPlaces, onChanged: () => void): void {
  workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    places.changeFolders(added, removed);
    onChanged();
  });
}

/** The absolute path of a `file` address with `/` between folders; undefined for other schemes. */
function pathOf(uri: string): string | undefined {
  if (URI.parse(uri).scheme !== 'file') return undefined;
  const path = filePathOf(uri);
  return path.length > 1 ? path.replace(/\/$/, '') : path;
}
