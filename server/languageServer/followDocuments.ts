import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isConfiguration, isKustomization } from '../documents/kindOf';
import { normalUri } from '../workspace/uris';
import { takeBackDiagnostics, tellDiagnostics } from './diagnosticRequests';
import { guarded } from './guard';
import { renewValues } from './inlayValueRequests';
import { decideAnew, judgeAnew } from './renewal';
import type { Session } from './session';
import { gathered } from './workspace/gathered';

/** How long documents that nobody asks about may stay unjudged, in milliseconds. */
const unasked = 250;

/** Follows what is opened, typed and closed. */
export function followDocuments(session: Session): void {
  const { connection, documents, linted, shownCharts, hints, scan } = session;
  const judgeUnasked = gathered(
    () => void guarded(session, 'The open documents', () => linted.catchUp(documents.all())),
    unasked,
  );
  documents.onDidChangeContent(({ document }) => {
    shownCharts.changed(normalUri(document.uri), false);
    hints.renew();
    if (!isConfiguration(document.uri)) tellDiagnostics(session, document);
    judgeUnasked();
    renewValues(session, document.uri);
    void guarded(session, document.uri, () => followEdit(session, document, document.getText()));
  });
  documents.onDidClose(({ document }) => {
    linted.forget(document.uri);
    hints.forget(document.uri);
    hints.renew();
    shownCharts.changed(normalUri(document.uri), false);
    void guarded(session, document.uri, () => followEdit(session, document, undefined));
    takeBackDiagnostics(session, document);
    scan.onClosed(normalUri(document.uri));
  });
  documents.listen(connection);
}

/**
 * Has what is said of other files count as it is typed: in configurations, and in kustomizations.
 *
 * @param text what the document says; undefined when it was closed
 */
async function followEdit(session: Session, { uri }: TextDocument, text: string | undefined): Promise<void> {
  const { configurations, scan } = session;
  const tellScan = () => scan.onConfiguration(normalUri(uri), text);
  if (isConfiguration(uri)) {
    tellScan();
    decideAnew(session);
  } else if (isKustomization(uri)) {
    const isOther = await configurations.renewKustomization(normalUri(uri));
    // Once it is closed, whatever it said in the editor counts no longer.
    if (isOther || text === undefined) tellScan();
    if (isOther) judgeAnew(session);
  }
}
