import {
  DidChangeConfigurationNotification,
  type DidChangeConfigurationParams,
  type DidChangeWatchedFilesParams,
  type DidChangeWorkspaceFoldersParams,
  FileChangeType,
} from 'vscode-languageserver';
import { version } from '../../package.json';
import type { TabClosedParams } from '../protocol/documents';
import { filesChangedNotification } from '../protocol/renderedChart';
import { settingsSection } from '../protocol/starting';
import { folderOf, normalUri } from '../workspace/uris';
import { diagnosticsOfManifest } from './diagnosticRequests';
import { renewValues } from './inlayValueRequests';
import { notify } from './messages';
import { decideAnew } from './renewal';
import type { Session } from './session';

/** The client is ready: from now on it may be asked for something. */
export async function begin({ connection, skills, watching, folders, scan }: Session): Promise<void> {
  connection.console.info(`Seaworthy ${version} is ready.`);
  if (skills.registersConfiguration) {
    void connection.client.register(DidChangeConfigurationNotification.type, { section: settingsSection });
  }
  await Promise.all([watching.watchFolders(folders.uris()), scan.settle()]);
}

/** Follows settings. */
export function followSettings(session: Session, { settings }: DidChangeConfigurationParams): void {
  session.settings.take(settings);
  decideAnew(session);
}

/** Follows files on disk. */
export function followFiles(session: Session, { changes }: DidChangeWatchedFilesParams): void {
  session.hints.renew();
  session.scan.onFilesChanged(changes);
  for (const { uri, type } of changes) {
    session.shownCharts.changed(normalUri(uri), type !== FileChangeType.Changed);
    renewValues(session, uri);
  }
  const folders = [...new Set(changes.map(({ uri }) => folderOf(normalUri(uri))))];
  notify(session.connection, filesChangedNotification, { folders });
  if (changes.some(({ uri }) => session.watching.configures(uri))) decideAnew(session);
}

/** Follows workspace folders that come and go. */
export async function followFolders(session: Session, { event }: DidChangeWorkspaceFoldersParams): Promise<void> {
  const { folders, watching } = session;
  folders.change(event.added, event.removed);
  decideAnew(session);
  await watching.watchFolders(folders.uris());
}

/** A document that no tab shows any more counts as closed for what is shown of it. */
export async function followTab(session: Session, { uri }: TabClosedParams): Promise<void> {
  const document = session.documents.get(uri);
  if (document) session.scan.onHidden(normalUri(uri), await diagnosticsOfManifest(session, document));
}
