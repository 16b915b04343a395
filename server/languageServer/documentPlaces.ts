import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { DocumentPlace } from '../workspace/configurationSources';
import { innermostFolder, normalUri, uriOfPath } from '../workspace/uris';

/** Tells where documents stand, by their address and the workspace folders that are open. */
export interface DocumentPlaces {
  /** Documents are known by their URIs, in whatever spelling a client has. */
  readonly placeOf: (uri: string) => DocumentPlace;
  /** The workspace folders that are open. */
  readonly folders: () => readonly string[];
  readonly changeFolders: (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]) => void;
}

/** The addresses of the folders that a client has open; one that knows no workspace folders has at most one. */
export function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOfPath(rootPath)] : [];
}

/** The places of a client's documents. */
export function documentPlaces(params: InitializeParams): DocumentPlaces {
  let folders = rootsOf(params).map(normalUri);
  return {
    folders: () => folders,
    placeOf(written) {
      const uri = normalUri(written);
      return { uri, folder: innermostFolder(folders, uri) };
    },
    changeFolders(added, removed) {
      const gone = new Set(removed.map(({ uri }) => normalUri(uri)));
      folders = [...folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => normalUri(uri))];
    },
  };
}
