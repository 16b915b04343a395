import { CodeLensRefreshRequest } from 'vscode-languageserver';
import { decisionsChangedNotification } from '../protocol/documents';
import { refreshDiagnostics } from './diagnosticRequests';
import { guarded } from './guard';
import { renewAllValues } from './inlayValueRequests';
import { notify } from './messages';
import type { Session } from './session';

/** Other settings or configuration files may count: they are asked for anew, and everything open is judged anew. */
export function decideAnew(session: Session): void {
  session.settings.forget();
  session.configurations.forget();
  judgeAnew(session);
}

/** Everything open is judged anew. */
export function judgeAnew(session: Session): void {
  const { connection, skills, scan } = session;
  refreshDiagnostics(session);
  if (skills.refreshesLenses) void connection.sendRequest(CodeLensRefreshRequest.type);
  renewAllValues(session);
  notify(connection, decisionsChangedNotification, {});
  void guarded(session, 'The workspace', scan.settle);
}
