import {
  type CodeAction,
  CodeActionKind,
  CodeActionTriggerKind,
  type Connection,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../features/codeActions';
import type { EditedDocument } from '../features/editedDocument';
import { hardenings } from '../features/harden';
import { silenceableFindings } from '../features/silence';
import type { LintedText } from '../lint/lint';
import { hardeningsRequest, silencesRequest } from '../protocol/actions';
import type { ConfigurationAnswers } from './configurationAnswers';
import { answerRequest } from './messages';

/** What code actions need of a session. */
export interface ActingSession {
  readonly documents: TextDocuments<TextDocument>;
  /** Answers about configuration files; undefined for other documents. */
  readonly configurationAt: (document: TextDocument) => ConfigurationAnswers | undefined;
  /** The document linted as it stands; undefined for one that is excluded. */
  readonly lintedText: (document: TextDocument) => Promise<LintedText | undefined>;
  /** The configuration file that governs a document; undefined where the settings count. */
  readonly governorOf: (uri: string) => Promise<string | undefined>;
  /** What the client can do with an action; undefined before it has said hello. */
  readonly client: () => ActingClient | undefined;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
}

/** What a client can do with a code action. */
export interface ActingClient {
  /** Lets the user fill in what an edit leaves blank. */
  readonly takesSnippets: boolean;
  /** Has the commands that actions name. */
  readonly hasCommands: boolean;
}

/** Answers what can be done about what was found in a range. */
export function answerCodeActions(connection: Connection, session: ActingSession): void {
  connection.onCodeAction(
    ({ textDocument, range, context }): Promise<CodeAction[]> =>
      session.answering(textDocument.uri, async () => {
        const document = session.documents.get(textDocument.uri);
        const configuration = document && session.configurationAt(document);
        if (configuration) return isFix(context.only) ? configuration.actions(range, context.diagnostics) : [];
        const edited = document && (await editedDocument(document));
        if (!edited) return [];
        return codeActions(edited, {
          range,
          offset: document.offsetAt(range.start),
          diagnostics: context.diagnostics,
          only: context.only,
          isAutomatic: context.triggerKind === CodeActionTriggerKind.Automatic,
          hasCommands: session.client()?.hasCommands === true,
          isGoverned: (await session.governorOf(document.uri)) !== undefined,
        });
      }),
  );

  answerRequest(connection, silencesRequest, ({ uri, start, end }) =>
    session.answering(uri, async () => {
      const document = session.documents.get(uri);
      const edited = document && (await editedDocument(document));
      return edited ? silenceableFindings(edited, { start, end }) : [];
    }),
  );

  answerRequest(connection, hardeningsRequest, ({ uri, position, target }) =>
    session.answering(uri, async () => {
      const document = session.documents.get(uri);
      const edited = document && (await editedDocument(document));
      return edited ? hardenings(edited, document.offsetAt(position), target) : [];
    }),
  );

  async function editedDocument(document: TextDocument): Promise<EditedDocument | undefined> {
    const client = session.client();
    const linted = await session.lintedText(document);
    if (!client || !linted) return undefined;
    const { uri, version } = document;
    const rangeOf = (start: number, end: number) => ({
      start: document.positionAt(start),
      end: document.positionAt(end),
    });
    return { uri, version, text: document.getText(), linted, rangeOf, takesSnippets: client.takesSnippets };
  }
}

/** Whether quick-fixes are among the kinds of actions that are asked for; undefined asks for all. */
function isFix(only: readonly string[] | undefined): boolean {
  return !only || only.some((kind) => kind === '' || kind === CodeActionKind.QuickFix);
}
