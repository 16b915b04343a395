import { diagnosticsOf } from '../../features/diagnostics';
import { keptCharts } from '../../workspace/charts/keptCharts';
import { type Configurations, configurations as configurationsOf } from '../../workspace/configurations';
import type { ReadableFiles } from '../../workspace/files';
import type { FileFacts } from '../../workspace/judge/fileFacts';
import type { FilePolicy } from '../../workspace/judge/judgedFile';
import type { JudgeCharts, JudgeListener } from '../../workspace/judge/judgeListener';
import { type WorkspaceJudge, workspaceJudge } from '../../workspace/judge/workspaceJudge';
import { diagnosticsOfParts } from '../charts/chartFindings';
import { shownCharts } from '../charts/shownCharts';
import { folderHolding } from './folders';
import type { ReadingNote } from './readingNote';
import type { FolderSettings, ScanRequest, ScanTask, ThreadStart } from './scanMessages';
import { type ScanTexts, scanTexts, takeEdited, textOf } from './scanTexts';
import type { Sender } from './sender';
import { forgetTold, isNewOf, type LastTold } from './tellingOnce';
import type { ThreadMeans } from './threadMeans';

/** What a scanner works with beside what its thread was handed. */
interface ScannerMeans extends Omit<ThreadMeans, 'turn'> {
  readonly sending: Sender;
  readonly reading: ReadingNote;
  readonly isCancelled: () => boolean;
}

/** What a scanner knows beside what its judge does. */
interface Scanned {
  /** Of the folders and settings that count now. */
  request: Pick<ScanRequest, 'folders' | 'settings'>;
  readonly texts: ScanTexts;
  readonly told: LastTold;
  /** The files that were read for the task at hand. */
  readonly readNow: Set<string>;
}

/** Does what a thread is told to: gives back what does one task. */
export function scanner(start: ThreadStart, means: ScannerMeans): (task: ScanTask) => Promise<void> {
  const { sending, post, now } = means;
  const files = withoutSome(means.files, start.leftOut);
  const scanned: Scanned = {
    request: { folders: [], settings: undefined },
    texts: scanTexts(means.files),
    told: new Map(),
    readNow: new Set(),
  };
  const { readNow, texts, told } = scanned;
  const configurations = configurationsIn(scanned, start, means);
  const judge: WorkspaceJudge = workspaceJudge(
    {
      files: { find: means.files.find, text: files.text },
      policyOf: (uri) => policyOf(uri, scanned, configurations),
      hashOf: means.hashOf,
      charts: chartsIn(scanned, configurations, means, (folder) => judge.factsIn(folder)),
    },
    listenerOf(scanned, start, means),
  );

  const scanAll = async ({ scan, isAnew, folders, settings, neighbourhoods, shown }: ScanRequest) => {
    const started = now();
    scanned.request = { folders, settings };
    readNow.clear();
    texts.onDisk.clear();
    if (isAnew) configurations.forget();
    const isShown = (uri: string) => shown.includes(folderHolding(folders, uri)?.folder ?? '');
    const isWhole = await judge.read({ neighbourhoods: [...new Set([...shown, ...neighbourhoods])], isAnew, isShown });
    await sending.flush();
    post({ kind: 'scanned', scan, isWhole, read: readNow.size, milliseconds: now() - started });
  };

  const following = async (change: Promise<void>) => {
    await change;
    await sending.flush();
    if (readNow.size > 0) post({ kind: 'followed', read: [...readNow] });
  };

  return async (task) => {
    if (task.kind === 'scan') return scanAll(task.request);
    if (task.kind === 'configuration') {
      if (await takeEdited(texts, task.uri, task.text)) post({ kind: 'stale' });
      return;
    }
    readNow.clear();
    if (task.kind === 'open') {
      forgetTold(told, task.uri);
      return following(judge.setOpen(task.folder, task.uri, task.facts));
    }
    for (const uri of task.uris) texts.onDisk.delete(uri);
    return following(judge.update(new Set(task.uris), task.areOthers));
  };
}

function listenerOf(
  { told, readNow }: Scanned,
  { rulePages }: ThreadStart,
  { sending, reading, post, hashOf, isCancelled }: ScannerMeans,
): JudgeListener {
  return {
    onFacts: sending.facts,
    onRead: (folder, alone) => sending.after({ kind: 'neighbourhood', folder, alone }),
    async onFindings(uri, found) {
      const own = found?.linted ? diagnosticsOf(found.linted, uri, rulePages) : [];
      const text = found?.linted?.documents.map(({ document }) => document.text).join('');
      const showing = { hashOf, rulePages, leads: false, text };
      const ofCharts = found ? await diagnosticsOfParts(found.parts, found.quiet, showing) : [];
      const diagnostics = [...own, ...ofCharts];
      if (isNewOf(told, uri, diagnostics, hashOf)) sending.diagnostics(uri, diagnostics);
    },
    onFault: (uri, message) => post({ kind: 'fault', uri, message }),
    onReading(uri) {
      readNow.add(uri);
      reading.write(uri);
    },
    onProgress(done, total) {
      if (done % 50 === 0 || done === total) post({ kind: 'progress', done, total });
    },
    async pause() {
      await sending.pause();
      return !isCancelled();
    },
  };
}

function chartsIn(
  scanned: Scanned,
  configurations: Configurations,
  { files }: ScannerMeans,
  factsIn: (folder: string) => Iterable<FileFacts>,
): JudgeCharts {
  const charts = keptCharts({ files, openFiles: () => [] });
  const fileOf = (uri: string) => ({ uri, folder: folderOf(uri, scanned)?.folder });
  return shownCharts({ charts, configurations, files, fileOf, factsIn });
}

function configurationsIn(
  scanned: Scanned,
  { reportsSyntax, crowdedFolders }: ThreadStart,
  { files, post }: ScannerMeans,
): Configurations {
  return configurationsOf({
    files: { text: (uri) => textOf(scanned.texts, uri), readNamed: files.readNamed },
    onBaseline: (uri) => post({ kind: 'baseline', uri }),
    settings: (uri) => folderOf(uri, scanned)?.settings ?? scanned.request.settings,
    reportsSyntax,
    crowdedFolders,
  });
}

async function policyOf(uri: string, scanned: Scanned, configurations: Configurations): Promise<FilePolicy> {
  const file = { uri, folder: folderOf(uri, scanned)?.folder };
  const options = await configurations.optionsFor(file);
  const neighbourhood = await configurations.neighbourhoodOf(file);
  return { options, quiet: options.quiet, neighbourhood };
}

function folderOf(uri: string, { request }: Scanned): FolderSettings | undefined {
  return folderHolding(request.folders, uri);
}

/** Files, but for some that a thread died of. */
function withoutSome(files: ReadableFiles, leftOut: readonly string[]): ReadableFiles {
  const reason = 'stopped an earlier scan, so it is left out';
  return { text: (uri) => (leftOut.includes(uri) ? { state: 'unreadable', reason } : files.text(uri)) };
}
