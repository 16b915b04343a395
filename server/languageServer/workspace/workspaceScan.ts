import { DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import { printable } from '../../lint/printable';
import { type WorkspaceState, withoutLinks, workspaceStateNotification } from '../../protocol';
import { indexedObjects } from '../../workspace/objects/indexedFile';
import { generatedObjects, isKustomization, readKustomization } from '../../workspace/objects/kustomization';
import { type ObjectIndex, objectIndex } from '../../workspace/objects/objectIndex';
import { uriOf } from '../../workspace/paths';
import { changedObjects } from '../../workspace/scan/asked';
import { scannedChanges, scanWatchers } from './fileEvents';
import { findingCounter } from './findingCounts';
import { folderHolding } from './folders';
import { gathered } from './gathered';
import type { FromThread, ScannedFile, ScannedFolder } from './scanMessages';
import type { ScanningSession, WorkspaceScan } from './scanningSession';
import { filesDone, type ScanProgress, showScanProgress } from './scanProgress';
import { type ScanWorker, startScanWorker } from './scanWorker';

/** Milliseconds for which changes gather. */
const gathering = 250;
/** How often a thread may die before it stays dead. */
const mostDeaths = 2;

/**
 * The scan of a client's workspace. Closed files get their diagnostics sent; open ones are asked for, so that nothing
 * is shown twice. (A client of VS Code would ask for those of the whole workspace anew every two seconds, without a
 * way to show progress.)
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
  let index: ObjectIndex = objectIndex();
  let worker: ScanWorker | undefined;
  let watching: Promise<Disposable> | undefined;
  let progress: ScanProgress | undefined;
  let state: WorkspaceState['state'] = 'off';
  let [done, total] = [0, 0];
  let readAgain: readonly string[] = [];
  let folders: readonly ScannedFolder[] = [];
  let scanNumber = 0;
  let deaths = 0;
  let isAskedFor = false;
  let isRefusalTold = false;
  /** True once the objects of all files are known. */
  let isWhole = false;
  const changed = { paths: new Set<string>(), areOthers: false };

  const current = (): WorkspaceState => ({ state, ...counter.counts(), done, total, readAgain });
  const tellState = gathered(() => void connection.sendNotification(workspaceStateNotification, current()), 100);
  const refreshOpen = gathered(session.refreshOpen, 100);
  const followChanges = gathered(() => {
    if (worker) worker.tell({ kind: 'changed', paths: [...changed.paths], areOthers: changed.areOthers });
    changed.paths.clear();
    changed.areOthers = false;
  }, gathering);
  const rescan = gathered(() => start(), gathering);

  const send = (path: string, diagnostics: readonly Diagnostic[]) => {
    if (diagnostics.length === 0 && !sent.delete(path)) return;
    if (diagnostics.length > 0) sent.add(path);
    void connection.sendDiagnostics({ uri: uriOf(path), diagnostics: [...diagnostics] });
  };

  const take = ({ path, indexed, diagnostics }: ScannedFile) => {
    const isOpen = session.isOpen(path);
    if (indexed !== undefined) {
      const before = index.get(path);
      // What stands in the editor counts before what is on disk; how the file is laid out is known from the scan.
      if (indexed && isOpen && before) index.set({ ...indexed, objects: before.objects });
      else if (indexed) index.set(indexed);
      else index.delete(path);
    }
    if (diagnostics && !shown.has(path)) {
      send(path, diagnostics);
      counter.set(path, diagnostics);
    }
  };

  const finish = (outcome: 'off' | 'complete' | 'stopped') => {
    state = outcome;
    progress?.end();
    progress = undefined;
    tellState();
    refreshOpen();
    for (const resolve of waiting.splice(0)) resolve(current());
  };

  const receive = (message: FromThread) => {
    switch (message.kind) {
      case 'files':
        for (const file of message.files) take(file);
        if (isWhole) refreshOpen();
        tellState();
        break;
      case 'progress':
        ({ done, total } = message);
        progress?.report(done, total);
        tellState();
        break;
      case 'scanned':
        if (message.scan !== scanNumber) return;
        if (message.isWhole) {
          deaths = 0;
          isWhole = true;
          const seconds = (message.milliseconds / 1000).toFixed(1);
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
        readAgain = message.read;
        connection.console.debug(printable(`Read again after a change: ${message.read.join(', ')}`));
        tellState();
        break;
      case 'baseline':
        session.onBaseline(message.uri);
        break;
      case 'fault':
        connection.console.warn(printable(`${message.path} ${message.message}`));
        break;
      case 'stale':
        rescan();
    }
  };

  const onDeath = (reason: string, path: string | undefined) => {
    worker = undefined;
    deaths++;
    const where = path === undefined ? '' : ` at ${path}`;
    connection.console.error(printable(`The scan of the workspace ended${where}: ${reason}`));
    if (path !== undefined) leftOut.push(path);
    if (deaths < mostDeaths) {
      start();
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
    start();
  };

  const start = () => {
    if (folders.length === 0) return;
    const isFresh = worker === undefined;
    worker ??= startScanWorker(
      session.program,
      { leftOut, reportsSyntax: session.reportsSyntax, rulePages: session.rulePages },
      { onMessage: receive, onDeath },
    );
    if (session.canWatch) {
      watching ??= connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: scanWatchers });
    }
    scanNumber++;
    [done, total] = [0, 0];
    state = 'scanning';
    progress ??= showScanProgress(connection, session.canShowProgress, () => worker?.tell({ kind: 'cancel' }));
    worker.tell({ kind: 'scan', scan: scanNumber, folders });
    if (isFresh) {
      for (const { path, objects } of index.files())
        if (session.isOpen(path)) worker.tell({ kind: 'open', path, objects });
    }
    tellState();
  };

  const stop = () => {
    worker?.end();
    worker = undefined;
    void watching?.then((registration) => registration.dispose());
    watching = undefined;
    for (const path of [...sent]) send(path, []);
    counter.clear();
    index = objectIndex();
    folders = [];
    isWhole = false;
    isAskedFor = false;
    finish('off');
  };

  const foldersNow = async (): Promise<ScannedFolder[]> =>
    Promise.all(session.folders().map(async (path) => ({ path, settings: await session.settingsOf(path) })));

  return {
    async settle() {
      const now = await foldersNow();
      if (now.length === 0 && session.hasFolders() && !isRefusalTold) {
        isRefusalTold = true;
        connection.console.info('The workspace is not on disk, so only open files are checked.');
      }
      const wanted = now.filter(({ settings }) => isAskedFor || Reflect.get(Object(settings), 'workspace') === 'all');
      if (wanted.length === 0) {
        if (state !== 'off') stop();
        return;
      }
      if (JSON.stringify(wanted) === JSON.stringify(folders)) return;
      for (const path of [...sent]) {
        if (folderHolding(wanted, path)) continue;
        send(path, []);
        counter.delete(path);
      }
      for (const { path } of [...index.files()]) if (!folderHolding(wanted, path)) index.delete(path);
      folders = wanted;
      start();
    },
    async scan() {
      isAskedFor = true;
      folders = await foldersNow();
      if (folders.length === 0) {
        isAskedFor = false;
        return { ...current(), refusal: 'There is no folder on disk to scan: only open files are checked here.' };
      }
      deaths = 0;
      return new Promise((resolve) => {
        waiting.push(resolve);
        start();
      });
    },
    onFilesChanged(events) {
      if (worker && events.some(({ uri }) => session.configures(uri))) rescan();
      const changes = worker && scannedChanges(events);
      if (!changes) return;
      for (const path of changes.paths) if (folderHolding(folders, path)) changed.paths.add(path);
      changed.areOthers ||= changes.areOthers;
      if (changed.paths.size > 0 || changed.areOthers) followChanges();
    },
    seenFrom: (path) => (isWhole ? index.seenFrom(path) : undefined),
    *objects() {
      for (const { path, objects } of index.files()) for (const { facts } of objects) yield { path, facts };
    },
    onRead(path, linted) {
      const before = index.get(path);
      if (!worker || !folderHolding(folders, path)) return;
      const text = () => linted.documents.map(({ document }) => document.text).join('');
      const objects = isKustomization(path)
        ? generatedObjects(readKustomization(text()), text())
        : indexedObjects(linted);
      const after = { standing: 'plain' as const, isInPart: false, ...before, path, objects };
      if (changedObjects(before, after).length === 0) return;
      index.set(after);
      worker.tell({ kind: 'open', path, objects });
      if (isWhole) refreshOpen();
    },
    onShown(path, diagnostics) {
      shown.add(path);
      if (!worker) return;
      send(path, []);
      if (folderHolding(folders, path)) counter.set(path, diagnostics);
      tellState();
    },
    onHidden(path, diagnostics) {
      shown.delete(path);
      if (worker && folderHolding(folders, path)) send(path, diagnostics);
    },
    onClosed(path) {
      shown.delete(path);
      worker?.tell({ kind: 'open', path, objects: undefined });
    },
    onConfiguration: (path, text) => worker?.tell({ kind: 'configuration', path, text }),
    state: current,
  };
}
