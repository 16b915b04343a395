import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { EditedDocument } from '../features/places/editedDocument';
import type { LintedText } from '../lint/lint';
import type { Answerer } from './feature';
import type { Session } from './session';

/** An open manifest as it was linted. */
export interface OpenManifest {
  readonly document: TextDocument;
  readonly linted: LintedText;
}

/** How messages name a document. */
type NamesDocument = { readonly uri: string } | { readonly textDocument: { readonly uri: string } };

/** Answers about the open manifest that a request names. */
export type ManifestAnswerer<Params, Answer> = (
  manifest: OpenManifest,
  params: Params,
  session: Session,
  token: CancellationToken,
) => Answer | Promise<Answer>;

/**
 * Answers from an open manifest, linted as it stands.
 *
 * @param otherwise the answer where the document is none, or is excluded
 */
export function fromManifest<Params extends NamesDocument, Answer, Otherwise>(
  answer: ManifestAnswerer<Params, Answer>,
  otherwise: Otherwise,
): Answerer<Session, Params, Answer | Otherwise> {
  return async (session, params, token) => {
    const manifest = await openManifest(session, 'uri' in params ? params.uri : params.textDocument.uri);
    return manifest ? answer(manifest, params, session, token) : otherwise;
  };
}

/** The open manifest of an address; undefined for what is none, or is excluded. */
export async function openManifest(
  { documents, linted }: Pick<Session, 'documents' | 'linted'>,
  uri: string,
): Promise<OpenManifest | undefined> {
  const document = documents.get(uri);
  const read = document && (await linted.now(document));
  return document && read && { document, linted: read };
}

/** A manifest as features edit it. */
export function editedManifest(
  { document, linted }: OpenManifest,
  { skills }: Pick<Session, 'skills'>,
): EditedDocument {
  const { uri, version } = document;
  const rangeOf = (start: number, end: number) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  return { uri, version, text: document.getText(), linted, rangeOf, takesSnippets: skills.takesSnippets };
}
