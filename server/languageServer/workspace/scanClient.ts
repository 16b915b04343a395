import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { type WorkspaceState, workspaceStateNotification } from '../../protocol/workspace';
import { notify } from '../messages';
import { scanWatchers } from './fileEvents';
import { gathered } from './gathered';
import type { ClientEffect } from './scanEffects';
import type { ScanningSession } from './scanningSession';
import { type ScanProgress, showScanProgress } from './scanProgress';

/** Milliseconds for which what the client is told gathers. */
const tellingDelay = 100;

/** Who is asked what the client is to be told, and told what the user wants. */
export interface ClientListener {
  readonly state: () => WorkspaceState;
  /** The user takes the offer to scan again. */
  readonly onScanAgain: () => void;
  /** The user ends the scan. */
  readonly onCancel: () => void;
}

/** Does what steps of the scan say that the client gets to know. */
export function scanClient(
  session: ScanningSession,
  { state, onScanAgain, onCancel }: ClientListener,
): (effect: ClientEffect) => void {
  const { connection, canShowProgress } = session;
  const sendState = () => notify(connection, workspaceStateNotification, state());
  const tellState = gathered(sendState, tellingDelay);
  const refreshOpen = gathered(session.refreshOpen, tellingDelay);
  let progress: ScanProgress | undefined;

  return (effect) => {
    switch (effect.kind) {
      case 'show':
        void connection.sendDiagnostics({ uri: effect.uri, diagnostics: [...effect.diagnostics] });
        break;
      case 'refresh open files':
        refreshOpen();
        break;
      case 'tell state':
        tellState();
        break;
      case 'show progress':
        progress ??= showScanProgress(connection, canShowProgress, onCancel);
        break;
      case 'report progress':
        progress?.report(effect.done, effect.total);
        break;
      case 'end progress':
        progress?.end();
        progress = undefined;
        break;
      case 'log':
        connection.console[effect.level](effect.message);
        break;
      case 'warn':
        void connection.window.showWarningMessage(effect.message);
        break;
      case 'offer scan':
        void offerScan(session, effect.message, onScanAgain);
        break;
      case 'watch files':
        watchFiles(session);
        break;
      case 'watch baseline':
        session.onBaseline(effect.uri);
        break;
    }
  };
}

function watchFiles({ connection, canWatch }: ScanningSession): void {
  if (canWatch) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: scanWatchers });
}

/** Says how to scan again. */
async function offerScan({ connection }: ScanningSession, message: string, onScanAgain: () => void): Promise<void> {
  const again = { title: 'Scan again' };
  const choice = await connection.window.showWarningMessage(
    `${message} What it found stays. The command "Seaworthy: Scan workspace" scans it all.`,
    again,
  );
  if (choice?.title === again.title) onScanAgain();
}
