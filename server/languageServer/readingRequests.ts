import type { Connection, TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hoverAt } from '../features/hover';
import type { LintedText } from '../lint/lint';

/** What requests that only read a manifest need of a session. */
export interface ReadingSession {
  readonly documents: TextDocuments<TextDocument>;
  /** The document linted as it stands; undefined for one that is excluded. */
  readonly lintedText: (document: TextDocument) => Promise<LintedText | undefined>;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** Answers what an editor asks about what stands in a manifest. */
export function answerReadingRequests(connection: Connection, session: ReadingSession): void {
  connection.onHover(({ textDocument, position }) =>
    reading(textDocument.uri, (linted, document) => hoverAt(linted, document.offsetAt(position)) ?? null, null),
  );

  function reading<Answer>(
    uri: string,
    read: (linted: LintedText, document: TextDocument) => Answer,
    nothing: Answer,
  ): Promise<Answer> {
    return session.answering(uri, async () => {
      const document = session.documents.get(uri);
      const linted = document && (await session.lintedText(document));
      return linted ? read(linted, document) : nothing;
    });
  }
}
