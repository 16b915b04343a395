import { DidChangeWatchedFilesNotification } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import { printable } from '../../lint/printable';
import { withoutLinks } from '../../protocol/notificationText';
import { type WorkspaceState, workspaceStateNotification } from '../../protocol/workspace';
import type { FileFacts } from '../../workspace/judge/fileFacts';
import { notify } from '../messages';
import { scannedChanges, scanWatchers } from './fileEvents';
import { findingCounter } from './findingCounts';
import { folderHolding } from './folders';
import { gathered } from './gathered';
import { neighbourhoods } from './neighbourhoods';
import type { FolderSettings, ScanNews, ScannedFile, ScanRequest } from './scanMessages';
import type { ScanningSession, WorkspaceScan } from './scanningSession';
import { filesDone, type ScanProgress, showScanProgress } from './scanProgress';
import { type ScanWorker, startScanWorker } from './scanWorker';

/** Milliseconds for which changes gather. */
const gathering = 250;
/** Fewer files are read before anybody has seen that they are. */
const manyFiles = 500;
/** How often a thread may die before it stays dead. */
const mostDeaths = 2;

/**
 * What is known of the files that are not open: a thread reads the neighbourhoods of those that are, and judges all files
 * of a workspace folder where the settings ask for it. Closed files get their diagnostics sent; open ones are asked for,
 * so that nothing is shown twice. (A client of VS Code would ask for those of the whole workspace anew every two seconds,
 * without a way to show progress.)
 */
export function workspaceScan(session: ScanningSession): WorkspaceScan {
  const { connection } = session;
  const counter = findingCounter();
  /** Closed files with diagnostics at the client. */
  const sent = new Set<string>();
  /** Open files whose diagnostics were asked for: the client shows these. */
  const shown = new Set<string>();
  const leftOut: string[] = [];
  const waiting: ((state: WorkspaceState) => void)[] = [];
  let worker: ScanWorker | undefined;
  let isWatching = false;
  let progress: ScanProgress | undefined;
  let state: WorkspaceState['state'] = 'off';
  let [done, total] = [0, 0];
  let readAgain: readonly string[] = [];
  let request: Omit<ScanRequest, 'scan' | 'neighbourhoods' | 'isAnew'> = {
    folders: [],
    settings: undefined,
    shown: [],
  };
  let scanNumber = 0;
  let deaths = 0;
  let isAskedFor = false;
  let isRefusalTold = false;
  const toldAlone = new Set<string>();
  const changed = { uris: new Set<string>(), areOthers: false };
  const openChanged = new Map<string, { readonly folder: string; readonly facts: FileFacts | undefined }>();

  const current = (): WorkspaceState => ({ state, ...counter.counts(), done, total, readAgain });
  const tellState = gathered(() => notify(connection, workspaceStateNotification, current()), 100);
  const refreshOpen = gathered(session.refreshOpen, 100);
  const tellChanges = gathered(() => {
    worker?.tell({ kind: 'changed', uris: [...changed.uris], areOthers: changed.areOthers });
    changed.uris.clear();
    changed.areOthers = false;
  }, gathering);
  const tellOpen = gathered(() => {
    for (const [uri, { folder, facts }] of openChanged) worker?.tell({ kind: 'open', folder, uri, facts });
    openChanged.clear();
  }, 50);
  const rescan = gathered(() => start(true), gathering);
  const readMore = gathered(() => start(false), 0);

  const neighbours = neighbourhoods({
    onWanted: readMore,
    onConcerned: refreshOpen,
    onOpenChanged(folder, uri, facts) {
      openChanged.set(uri, { folder, facts });
      tellOpen();
    },
  });

  const isShown = (uri: string) => request.shown.includes(folderHolding(request.folders, uri)?.folder ?? '');

  const send = (uri: string, diagnostics: readonly Diagnostic[]) => {
    if (diagnostics.length === 0 && !sent.delete(uri)) return;
    if (diagnostics.length > 0) sent.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics] });
  };

  const take = ({ uri, told, diagnostics }: ScannedFile) => {
    if (told) neighbours.take(told.folder, uri, told.facts ?? undefined);
    if (diagnostics && !shown.has(uri)) {
      send(uri, diagnostics);
      counter.set(uri, diagnostics);
    }
  };

  const finish = (outcome: 'off' | 'complete' | 'stopped') => {
    state = request.shown.length === 0 ? 'off' : outcome;
    progress?.end();
    progress = undefined;
    if (outcome === 'stopped') neighbours.giveUp();
    tellState();
    for (const resolve of waiting.splice(0)) resolve(current());
  };

  const receive = (message: ScanNews) => {
    switch (message.kind) {
      case 'files':
        for (const file of message.files) take(file);
        tellState();
        break;
      case 'progress':
        ({ done, total } = message);
        if (total >= manyFiles) showProgress();
        progress?.report(done, total);
        tellState();
        break;
      case 'neighbourhood':
        if (message.alone !== undefined) tellAlone(message.folder, message.alone);
        neighbours.onRead(message.folder, message.alone !== undefined);
        break;
      case 'scanned':
        if (message.scan !== scanNumber) return;
        if (message.isWhole) {
          deaths = 0;
          const seconds = (message.milliseconds / 1000).toFixed(1);
          if (request.shown.length > 0)
            connection.console.info(`The workspace is scanned: ${message.read} files in ${seconds} seconds.`);
          finish('complete');
        } else {
          finish('stopped');
          // Ended at once, it doesn't know yet how many files there are.
          const howFar = total === 0 ? '' : ` after ${filesDone(done, total)}`;
          void offerAnother(`Seaworthy stopped scanning the workspace${howFar}.`);
        }
        break;
      case 'followed':
        readAgain = message.read.map(session.shownPath);
        connection.console.debug(printable(`Read again after a change: ${readAgain.join(', ')}`));
        tellState();
        break;
      case 'baseline':
        session.onBaseline(message.uri);
        break;
      case 'fault':
        connection.console.warn(printable(`${session.shownPath(message.uri)} ${message.message}`));
        break;
      case 'stale':
        rescan();
    }
  };

  const tellAlone = (folder: string, reason: string) => {
    if (toldAlone.has(folder)) return;
    toldAlone.add(folder);
    const said = withoutLinks(printable(`${session.shownPath(folder)} ${reason}`));
    void connection.window.showWarningMessage(`${said}. Exclude what is no manifest in .seaworthy.yaml.`);
  };

  const onDeath = (reason: string, uri: string | undefined) => {
    worker = undefined;
    deaths++;
    const where = uri === undefined ? '' : ` at ${session.shownPath(uri)}`;
    connection.console.error(printable(`The scan of the workspace ended${where}: ${reason}`));
    if (uri !== undefined) leftOut.push(uri);
    if (deaths < mostDeaths) {
      start(true);
      return;
    }
    finish('stopped');
    void offerAnother(withoutLinks(printable(`Seaworthy could not scan the workspace: it stopped${where}.`)));
  };

  /** Says how to scan again, once for each time that it is needed. */
  const offerAnother = async (message: string) => {
    const again = { title: 'Scan again' };
    const choice = await connection.window.showWarningMessage(
      `${message} What it found stays. The command "Seaworthy: Scan workspace" scans it all.`,
      again,
    );
    if (choice?.title !== again.title) return;
    deaths = 0;
    start(true);
  };

  const showProgress = () => {
    progress ??= showScanProgress(connection, session.canShowProgress, () => worker?.cancel());
  };

  const start = (isAnew: boolean) => {
    const wanted = neighbours.wanted();
    if (wanted.length === 0 && request.shown.length === 0) {
      worker?.end();
      worker = undefined;
      return;
    }
    const isFresh = worker === undefined;
    worker ??= startScanWorker(
      session.program,
      {
        leftOut,
        reportsSyntax: session.reportsSyntax,
        crowdedFolders: session.crowdedFolders,
        rulePages: session.rulePages,
      },
      { onMessage: receive, onDeath },
    );
    if (session.canWatch && !isWatching) {
      isWatching = true;
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: scanWatchers });
    }
    scanNumber++;
    [done, total] = [0, 0];
    if (request.shown.length > 0) state = 'scanning';
    if (request.shown.length > 0) showProgress();
    worker.tell({ kind: 'scan', request: { ...request, scan: scanNumber, isAnew, neighbourhoods: wanted } });
    if (isFresh) {
      for (const { folder, facts } of neighbours.open()) worker.tell({ kind: 'open', folder, uri: facts.uri, facts });
    }
    tellState();
  };

  const foldersNow = async (): Promise<FolderSettings[]> =>
    Promise.all(session.folders().map(async (folder) => ({ folder, settings: await session.settingsOf(folder) })));

  /** Takes over which folders there are and which are shown whole. False if nothing is new. */
  const takeRequest = async (): Promise<boolean> => {
    const folders = await foldersNow();
    const isWhole = ({ settings }: FolderSettings) =>
      isAskedFor || Reflect.get(Object(settings), 'workspace') === 'all';
    const shownWhole = folders.filter(isWhole).map(({ folder }) => folder);
    const next = { folders, settings: await session.settingsOf(undefined), shown: shownWhole };
    if (JSON.stringify(next) === JSON.stringify(request)) return false;
    request = next;
    for (const uri of [...sent, ...counter.uris()]) {
      if (isShown(uri)) continue;
      send(uri, []);
      counter.delete(uri);
    }
    return true;
  };

  return {
    async settle() {
      const isNew = await takeRequest();
      if (request.folders.length === 0 && session.hasFolders() && !isRefusalTold) {
        isRefusalTold = true;
        connection.console.info('The workspace is not on disk, so only open files are checked, among each other.');
      }
      if (!isNew) return;
      if (request.shown.length === 0 && state !== 'off') finish('off');
      start(true);
    },
    async scan() {
      isAskedFor = true;
      await takeRequest();
      if (request.shown.length === 0) {
        isAskedFor = false;
        return { ...current(), refusal: 'There is no folder on disk to scan: only open files are checked here.' };
      }
      deaths = 0;
      return new Promise((resolve) => {
        waiting.push(resolve);
        start(true);
      });
    },
    onFilesChanged(events) {
      if (worker && events.some(({ uri }) => session.configures(uri))) rescan();
      const changes = worker && scannedChanges(events);
      if (!changes) return;
      for (const uri of changes.uris) changed.uris.add(uri);
      changed.areOthers ||= changes.areOthers;
      tellChanges();
    },
    around: neighbours.around,
    aroundClosed: neighbours.aroundClosed,
    objects: neighbours.objects,
    onShown(uri, diagnostics) {
      shown.add(uri);
      if (!worker) return;
      send(uri, []);
      if (isShown(uri)) counter.set(uri, diagnostics);
      tellState();
    },
    onHidden(uri, diagnostics) {
      shown.delete(uri);
      if (worker && isShown(uri)) send(uri, diagnostics);
    },
    onClosed(uri) {
      shown.delete(uri);
      neighbours.onClosed(uri);
    },
    onConfiguration: (uri, text) => worker?.tell({ kind: 'configuration', uri, text }),
    state: current,
  };
}
