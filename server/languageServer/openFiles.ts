import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadableFiles } from '../workspace/files';
import type { DocumentPlaces } from './documentPlaces';

/** Files as the editor shows them: what is open counts before it is saved. */
export function openDocumentsFirst(
  files: ReadableFiles,
  documents: TextDocuments<TextDocument>,
  places: DocumentPlaces,
): ReadableFiles {
  return {
    ...files,
    readText: async (path) => {
      const open = documents.all().find((document) => places.placeOf(document.uri).path === path);
      return open ? open.getText() : files.readText(path);
    },
  };
}
