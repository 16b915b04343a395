import {
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../features/diagnostics';
import { withoutLimitsToldElsewhere } from '../features/limitsToldElsewhere';
import type { LintedText } from '../lint/lint';
import { normalUri } from '../workspace/uris';
import { diagnosticsOfChart } from './charts/chartFindings';
import { guarded } from './guard';
import type { Session } from './session';

/** Answers what is found in an open document. */
export async function documentDiagnostics(
  session: Session,
  { textDocument }: DocumentDiagnosticParams,
): Promise<DocumentDiagnosticReport> {
  const document = session.documents.get(textDocument.uri);
  return { kind: DocumentDiagnosticReportKind.Full, items: document ? await diagnose(session, document) : [] };
}

/** Shows everything open anew: some clients ask for diagnostics, others are sent them. */
export function refreshDiagnostics(session: Session): void {
  const { connection, documents, skills } = session;
  if (!skills.pullsDiagnostics) for (const document of documents.all()) tellDiagnostics(session, document);
  else if (skills.refreshesDiagnostics) connection.languages.diagnostics.refresh();
}

/** Tells a client that doesn't ask what is found in a document. */
export function tellDiagnostics(session: Session, document: TextDocument): void {
  if (session.skills.pullsDiagnostics) return;
  const { uri, version } = document;
  void guarded(session, uri, async () => {
    const diagnostics = await diagnose(session, document);
    if (session.documents.get(uri)?.version !== version) return;
    await session.connection.sendDiagnostics({ uri, version, diagnostics });
  });
}

/** Takes back what a client that doesn't ask was told of a document. */
export function takeBackDiagnostics({ skills, connection }: Session, { uri }: TextDocument): void {
  if (!skills.pullsDiagnostics) void connection.sendDiagnostics({ uri, diagnostics: [] });
}

/** All that is found in a manifest, whoever else tells of it as well. */
export function diagnosticsOfManifest(session: Session, document: TextDocument): Promise<Diagnostic[]> {
  return diagnosticsIn(session, document, (linted) => linted);
}

async function diagnose(session: Session, document: TextDocument): Promise<Diagnostic[]> {
  const own = session.ownAnswers(document);
  if (own) return own.diagnostics();
  const { documents, options, scan } = session;
  const isToldElsewhere = !options.reportsLimits && /^(?:yaml|json)$/.test(document.languageId);
  const shownOf = isToldElsewhere ? withoutLimitsToldElsewhere : (linted: LintedText) => linted;
  const diagnostics = await diagnosticsIn(session, document, shownOf);
  // What was closed meanwhile is no longer shown as an open file.
  if (documents.get(document.uri) === document) scan.onShown(normalUri(document.uri), diagnostics);
  return [...diagnostics, ...session.hints.of(document)];
}

async function diagnosticsIn(
  session: Session,
  document: TextDocument,
  shownOf: (linted: LintedText) => LintedText,
): Promise<Diagnostic[]> {
  const { linted, options } = session;
  const found = await linted.now(document);
  const own = found ? diagnosticsOf(shownOf(found), document.uri, options.rulePages) : [];
  return [...own, ...(await diagnosticsOfChart(session, document.uri))];
}
