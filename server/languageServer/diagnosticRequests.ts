import {
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../features/diagnostics';
import { withoutLimitsToldElsewhere } from '../features/limitsToldElsewhere';
import type { LintedText } from '../lint/lint';
import type { ClientSkills } from './capabilities';
import type { ConfigurationAnswers } from './configurationAnswers';

/** What diagnostics need of a session. */
export interface DiagnosingSession {
  readonly documents: TextDocuments<TextDocument>;
  /** Undefined before the client has said hello. */
  readonly skills: () => ClientSkills | undefined;
  /** The document linted as it stands; undefined for one that is excluded. */
  readonly lintedText: (document: TextDocument) => Promise<LintedText | undefined>;
  /** Answers about configuration files; undefined for other documents. */
  readonly configurationAt: (document: TextDocument) => ConfigurationAnswers | undefined;
  /** Where the client shows rules, see `rulePage`. */
  readonly rulePages: () => string | undefined;
  /** False where another extension warns of missing resource limits in what is open. */
  readonly reportsLimits: () => boolean;
  /** Told what is shown of a manifest, before it is. */
  readonly onShown: (uri: string, diagnostics: readonly Diagnostic[]) => void;
  /** Logs what goes wrong in a request with the document's name. */
  readonly answering: <Answer>(uri: string, answer: () => Promise<Answer>) => Promise<Answer>;
  readonly logFault: (uri: string, error: unknown) => void;
}

/** The diagnostics of open documents, which some clients ask for and others are sent. */
export interface ShownDiagnostics {
  /** Everything open is shown anew. */
  readonly refresh: () => void;
  /** What there is to show of a document once it is closed, told to nobody. */
  readonly of: (document: TextDocument) => Promise<Diagnostic[]>;
  readonly onChange: (document: TextDocument) => void;
  readonly onClose: (document: TextDocument) => void;
}

/** Shows what is found in open documents. */
export function showDiagnostics(connection: Connection, session: DiagnosingSession): ShownDiagnostics {
  const { documents } = session;

  connection.languages.diagnostics.on(
    ({ textDocument }): Promise<DocumentDiagnosticReport> =>
      session.answering(textDocument.uri, async () => {
        const document = documents.get(textDocument.uri);
        return { kind: DocumentDiagnosticReportKind.Full, items: document ? await diagnose(document) : [] };
      }),
  );

  async function push(document: TextDocument): Promise<void> {
    const { uri, version } = document;
    try {
      const diagnostics = await diagnose(document);
      if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
    } catch (error) {
      session.logFault(uri, error);
    }
  }

  async function diagnose(document: TextDocument): Promise<Diagnostic[]> {
    const configuration = session.configurationAt(document);
    if (configuration) return configuration.diagnostics();
    const isToldElsewhere = !session.reportsLimits() && /^(?:yaml|json)$/.test(document.languageId);
    const diagnostics = await found(document, isToldElsewhere ? withoutLimitsToldElsewhere : undefined);
    // What was closed meanwhile is no longer shown as an open file.
    if (documents.get(document.uri) === document) session.onShown(document.uri, diagnostics);
    return diagnostics;
  }

  async function found(document: TextDocument, shownOf = (linted: LintedText) => linted): Promise<Diagnostic[]> {
    const linted = await session.lintedText(document);
    return linted ? diagnosticsOf(shownOf(linted), document.uri, session.rulePages()) : [];
  }

  return {
    of: (document) => found(document),
    refresh() {
      const skills = session.skills();
      if (!skills) return;
      if (!skills.pullsDiagnostics) for (const document of documents.all()) void push(document);
      else if (skills.refreshesDiagnostics) connection.languages.diagnostics.refresh();
    },
    onChange(document) {
      if (session.skills()?.pullsDiagnostics === false) void push(document);
    },
    onClose({ uri }) {
      if (session.skills()?.pullsDiagnostics === false) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
