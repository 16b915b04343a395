import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NamedFiles, ReadableFiles } from '../workspace/files';
import type { DocumentPlaces } from './documentPlaces';

/** Files as the editor shows them: what is open counts before it is saved. */
export function openDocumentsFirst(
  files: ReadableFiles & NamedFiles,
  documents: TextDocuments<TextDocument>,
  places: DocumentPlaces,
): ReadableFiles & NamedFiles {
  const openText = (path: string) =>
    documents
      .all()
      .find((document) => places.placeOf(document.uri).path === path)
      ?.getText();
  return {
    readText: async (path) => openText(path) ?? files.readText(path),
    readNamed: async (path, root) => {
      const text = await files.readNamed(path, root);
      return openText(path) ?? text;
    },
  };
}
