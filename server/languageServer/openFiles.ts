import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NamedFiles, ReadableFiles } from '../workspace/files';
import { normalUri } from '../workspace/uris';

/** Files as the editor shows them: what is open counts before it is saved. */
export function openDocumentsFirst(
  files: ReadableFiles & NamedFiles,
  documents: Pick<TextDocuments<TextDocument>, 'all'>,
): ReadableFiles & NamedFiles {
  const openText = (uri: string) =>
    documents
      .all()
      .find((document) => normalUri(document.uri) === uri)
      ?.getText();
  return {
    text(uri) {
      const text = openText(uri);
      return text === undefined ? files.text(uri) : { state: 'text', text };
    },
    async readNamed(uri, root) {
      const read = await files.readNamed(uri, root);
      const text = read.state === 'unreadable' ? undefined : openText(uri);
      return text === undefined ? read : { state: 'text', text };
    },
  };
}
