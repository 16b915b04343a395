import { folderOf, isWithin, joined } from '../uris';
import { isChart } from './fileFacts';
import { findMembers } from './findMembers';
import type { FileToJudge } from './judgedFile';
import { judged } from './judgedFile';
import type { JudgeListener, JudgeSources, Wanted } from './judgeListener';
import {
  concernedFiles,
  filesToRead,
  isElsewhere,
  type JudgeNews,
  type JudgeState,
  neighboursOf,
  takeAllRead,
  takeJudgedCharts,
  takeMembers,
} from './judgeState';
import { halvesOf } from './progress';
import { takeGone, takeText, tellOpen, wishFor } from './readings';
import { keep, noneUnjudged, type Unjudged } from './unjudged';

/** A judge at work: what it knows, what it reads from and whom it tells. */
export interface Judge {
  readonly state: JudgeState;
  readonly sources: JudgeSources;
  readonly listener: JudgeListener;
}

/** Tells the listener what a step has found out. */
export async function tell({ listener }: Judge, news: readonly JudgeNews[]): Promise<void> {
  for (const one of news) {
    if (one.kind === 'facts') listener.onFacts(one.folder, one.uri, one.facts);
    else if (one.kind === 'fault') listener.onFault(one.uri, one.message);
    else await listener.onFindings(one.uri, undefined);
  }
}

/** Reads everything that is wanted, and judges it. False if it was ended before it was through. */
export async function readAll(judge: Judge, wanted: Wanted): Promise<boolean> {
  const { state, sources, listener } = judge;
  state.isRead = false;
  state.isShown = wanted.isShown;
  const found = await findMembers(state, wanted.neighbourhoods, sources);
  await tell(judge, [...found.news, ...takeMembers(state, found.members)]);
  const unread = filesToRead(state, wanted.isAnew);
  const count = halvesOf(unread.length, listener.onProgress);
  const unjudged = noneUnjudged();
  for (const uri of unread) {
    if (!(await listener.pause())) return false;
    const file = await readFile(judge, uri);
    if (file) keep(unjudged, file);
    count(file ? 1 : 2);
  }
  takeAllRead(state);
  for (const [folder, { alone }] of state.neighbourhoods) listener.onRead(folder, alone);
  return judgeAll(judge, unjudged, { mayGoOn: listener.pause, onJudged: () => count(1) });
}

/** Reads what changed, and judges it and whom it concerns. */
export async function renew(judge: Judge, changed: Iterable<string>): Promise<void> {
  const { state, listener } = judge;
  const unjudged = noneUnjudged();
  for (const uri of changed) {
    if (!state.members.has(uri)) continue;
    await listener.pause();
    const file = await readFile(judge, uri);
    if (file) keep(unjudged, file);
  }
  if (!state.isRead) return;
  for (const uri of await chartMembers(judge, changed))
    if (!unjudged.files.has(uri)) unjudged.files.set(uri, undefined);
  for (const uri of concernedFiles(state)) if (!unjudged.files.has(uri)) unjudged.files.set(uri, undefined);
  const mayGoOn = async () => {
    await listener.pause();
    return true;
  };
  await judgeAll(judge, unjudged, { mayGoOn, onJudged() {} });
}

/** The closed files of the charts that changed files belong to, or say how to use: any of them may show something else now. */
async function chartMembers({ state, sources }: Judge, changed: Iterable<string>): Promise<string[]> {
  const folders = new Set<string>();
  for (const uri of changed) for (const folder of (await sources.charts?.foldersOf(uri)) ?? []) folders.add(folder);
  if (sources.charts && state.areChartsUsedAnew) {
    for (const uri of state.members.keys()) if (isChart(uri)) folders.add(folderOf(uri));
  }
  state.areChartsUsedAnew = false;
  if (folders.size === 0) return [];
  const isInChart = (uri: string) => [...folders].some((folder) => isWithin(uri, folder));
  return [...state.members.keys()].filter((uri) => isInChart(uri) && state.isShown(uri) && !state.open.has(uri));
}

/** Reads what a file tells others; gives it back if it is to be judged. */
async function readFile(judge: Judge, uri: string): Promise<FileToJudge | undefined> {
  const { state, sources, listener } = judge;
  const wish = wishFor(state, uri);
  if (wish === 'open') tellOpen(state, uri);
  if (wish !== 'read') return undefined;
  listener.onReading(uri);
  const read = await sources.files.text(uri);
  const { news, file } =
    read.state === 'gone' ? takeGone(state, uri) : takeText(state, uri, read, await sources.policyOf(uri));
  await tell(judge, news);
  return file;
}

/** Judges files in their order. False if that was ended before it was through. */
async function judgeAll(
  judge: Judge,
  { files }: Unjudged,
  { mayGoOn, onJudged }: { readonly mayGoOn: () => Promise<boolean>; readonly onJudged: () => void },
): Promise<boolean> {
  for (const [uri, kept] of files) {
    if (!(await mayGoOn())) return false;
    const file = kept ?? (await readFile(judge, uri));
    if (file) await judgeFile(judge, file);
    files.delete(uri);
    onJudged();
  }
  await tellElsewhere(judge);
  return true;
}

/** What charts show in files that are no manifests, such as `_helpers.tpl`, and in values files outside of their folders. */
async function tellElsewhere(judge: Judge): Promise<void> {
  const { state } = judge;
  for (const { chart } of takeJudgedCharts(state)) {
    const { folder, view } = chart;
    const elsewhere = view.paths.map((path) => joined(folder, path)).filter((uri) => isElsewhere(state, folder, uri));
    const before = state.elsewhere.get(folder) ?? [];
    state.elsewhere.set(folder, new Set(elsewhere));
    for (const uri of new Set([...before, ...elsewhere])) await judgeElsewhere(judge, uri);
  }
}

async function judgeElsewhere(judge: Judge, uri: string): Promise<void> {
  const { state, sources, listener } = judge;
  if (state.members.has(uri)) {
    const file = await readFile(judge, uri);
    if (file) await judgeFile(judge, file);
    return;
  }
  const { quiet, options } = await sources.policyOf(uri);
  const parts = options.state === 'excluded' ? [] : ((await sources.charts?.partsOf(uri)) ?? []);
  await listener.onFindings(uri, parts.length === 0 ? undefined : { linted: undefined, parts, quiet });
}

async function judgeFile(judge: Judge, file: FileToJudge): Promise<void> {
  const { state, sources, listener } = judge;
  const { uri, quiet } = file;
  const surroundings = neighboursOf(state, uri)?.surroundingsOf(uri, { isKept: false });
  const parts = (await sources.charts?.partsOf(uri)) ?? [];
  for (const part of parts) {
    const { folder } = part.chart;
    if (!isWithin(uri, folder)) continue;
    // A chart is held no longer than its files come.
    if (!state.judgedCharts.has(folder)) await tellElsewhere(judge);
    state.judgedCharts.set(folder, part);
  }
  await listener.onFindings(uri, { linted: judged(file, surroundings, sources.hashOf, parts), parts, quiet });
}
