import type { Connection, Location, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { hoverAt } from '../features/hover';
import { definitionsOf, type OpenText, referencesTo } from '../features/references';
import type { LintedText } from '../lint/lint';
import type { ConfigurationAnswers } from './configurationAnswers';

/** What requests that only read a manifest need of a session. */
export interface ReadingSession {
  readonly documents: TextDocuments<TextDocument>;
  /** Answers about configuration files; undefined for other documents. */
  readonly configurationAt: (document: TextDocument) => ConfigurationAnswers | undefined;
  /** The document linted as it stands; undefined for one that is excluded. */
  readonly lintedText: (document: TextDocument) => Promise<LintedText | undefined>;
  /** Where the client shows rules, see `rulePage`. */
  readonly rulePages: () => string | undefined;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** Answers what an editor asks about what stands in a manifest. */
export function answerReadingRequests(connection: Connection, session: ReadingSession): void {
  connection.onHover(({ textDocument: { uri }, position }) =>
    session.answering(uri, async () => {
      const document = session.documents.get(uri);
      const configuration = document && session.configurationAt(document);
      if (configuration) return configuration.hover(position);
      const linted = document && (await session.lintedText(document));
      return (linted && hoverAt(linted, document.offsetAt(position), session.rulePages())) ?? null;
    }),
  );

  connection.onDefinition(({ textDocument: { uri }, position }) =>
    among(uri, (open, document) => definitionsOf(open, uri, document.offsetAt(position))),
  );

  connection.onReferences(({ textDocument: { uri }, position, context }) =>
    among(uri, (open, document) => referencesTo(open, uri, document.offsetAt(position), context.includeDeclaration)),
  );

  /** Answers from everything that is open; the document that is asked about comes first. */
  function among(
    uri: string,
    read: (open: readonly OpenText[], document: TextDocument) => Location[],
  ): Promise<Location[]> {
    return session.answering(uri, async () => {
      const asked = session.documents.get(uri);
      if (!asked) return [];
      const others = session.documents.all().filter((document) => document !== asked);
      const open: OpenText[] = [];
      for (const document of [asked, ...others]) {
        const linted = await session.lintedText(document);
        if (linted) open.push({ uri: document.uri, linted });
      }
      return read(open, asked);
    });
  }
}
