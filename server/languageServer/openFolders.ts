import type { InitializeParams, WorkspaceFolder } from 'vscode-languageserver';
import type { WorkspaceFile } from '../workspace/configurationSources';
import { innermostFolder, normalUri, uriOfPath } from '../workspace/uris';

/** The workspace folders that a client has open. */
export interface OpenFolders {
  /** The file of a URI, in whatever spelling a client has. */
  readonly fileOf: (uri: string) => WorkspaceFile;
  readonly uris: () => readonly string[];
  readonly change: (added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]) => void;
}

/** The addresses of the folders that a client has open; one that knows no workspace folders has at most one. */
export function rootsOf({ workspaceFolders, rootUri, rootPath }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map(({ uri }) => uri);
  if (rootUri) return [rootUri];
  return rootPath ? [uriOfPath(rootPath)] : [];
}

/** The folders that a client has open when it says hello. */
export function openFolders(params: InitializeParams): OpenFolders {
  let uris = rootsOf(params).map(normalUri);
  return {
    uris: () => uris,
    fileOf(written) {
      const uri = normalUri(written);
      return { uri, folder: innermostFolder(uris, uri) };
    },
    change(added, removed) {
      const gone = new Set(removed.map(({ uri }) => normalUri(uri)));
      uris = [...uris.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => normalUri(uri))];
    },
  };
}
