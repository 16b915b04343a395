import { fixesWithin } from '../fixes/hardening';
import { type ReadText, readText } from '../lint/lint';
import { textObjects } from '../lint/textObjects';
import { type FileFacts, factsOf } from '../workspace/judge/fileFacts';
import { type Neighbourhood, neighbourhood } from '../workspace/judge/neighbourhood';
import { type Checker, crashOf, judgeSource, type ReadSource, readSource, type Source, sourceOf } from './checkFile';
import type { PlannedFile } from './plannedFile';
import type { Outcome, ReportedFinding } from './report';
import { type Told, toldOfUnread } from './told';

/** How much text is kept read until it is judged, in UTF-16 units; more is read once more. */
const mostKept = 16 * 1024 * 1024;

/** The part of a run that one thread does. */
export interface Share {
  /** The next file that nobody has taken; undefined if there are none left. */
  readonly next: () => PlannedFile | undefined;
  /** What stands for a file in place of what is on the disk. */
  readonly sourceFor: (file: PlannedFile) => Source | undefined;
  readonly checker: Checker;
  /** Hands over the facts of the share's files; gives back the facts of the other shares' files. */
  readonly exchange: (told: readonly Told[]) => Promise<readonly Told[]>;
  readonly onChecked: (file: PlannedFile, outcome: Outcome) => void;
  /** Told of findings in a file that some other file's chart is rendered with. */
  readonly onFoundElsewhere: (path: string, findings: readonly ReportedFinding[]) => void;
}

interface Pending {
  readonly file: PlannedFile;
  readonly source: Source;
  /** The facts of a file that its neighbours don't see. */
  readonly guest: FileFacts | undefined;
  /** Undefined where keeping the text would take too much memory. */
  readonly kept: { readonly source: ReadSource; readonly read: ReadText } | undefined;
}

/**
 * Checks a share of files. First each file is read, and what it tells others is exchanged with the other shares; then
 * those that were asked for are judged among their neighbours.
 */
export async function checkShare(share: Share): Promise<void> {
  const sharing: Sharing = { told: [], pending: [], keptSize: 0 };
  for (let file = share.next(); file; file = share.next()) {
    const taken = file;
    await safely(share, sharing, taken, () => take(share, sharing, taken));
  }
  const { told, pending } = sharing;
  const neighbourhoods = neighbourhoodsOf([...told, ...(await share.exchange(told))]);
  const charts = filesOfCharts(pending);
  for (const waiting of pending) {
    const neighbours = neighbourhoods.get(waiting.file.neighbourhood ?? '');
    const mendable = charts.get(waiting.file.chart) ?? new Set();
    await safely(share, sharing, waiting.file, () => judge(share, waiting, neighbours, mendable));
  }
  if (pending.some(({ file }) => file.chart !== undefined)) await tellOutside(share);
}

/** What charts show in files outside of their folders. */
async function tellOutside({ checker, onFoundElsewhere }: Share): Promise<void> {
  const { charts, job, hash } = checker;
  const outside = await (await charts())?.outside(job.shown, hash);
  for (const [path, findings] of outside ?? []) onFoundElsewhere(path, findings);
}

/** The files of each chart: whatever is mended in it, no others may be written. */
function filesOfCharts(pending: readonly Pending[]): ReadonlyMap<string | undefined, ReadonlySet<string>> {
  const charts = new Map<string | undefined, Set<string>>();
  for (const { file } of pending) {
    const known = charts.get(file.chart);
    if (known) known.add(file.path);
    else charts.set(file.chart, new Set([file.path]));
  }
  return charts;
}

/** How far a share is. */
interface Sharing {
  /** What the files that were read tell others. */
  readonly told: Told[];
  readonly pending: Pending[];
  /** How much text was kept, in UTF-16 units. */
  keptSize: number;
}

/** Reads a file, and judges it unless it has to wait until its neighbours are known. */
async function take({ sourceFor, checker, onChecked }: Share, sharing: Sharing, file: PlannedFile): Promise<void> {
  const source = sourceFor(file) ?? sourceOf(file, checker.writer);
  const reading = await readSource(source, checker);
  if (reading.state === 'done') {
    if (reading.outcome.state === 'unreadable') tellUnread(sharing, file);
    if (file.isShown) onChecked(file, reading.outcome);
    return;
  }
  const { text, options } = reading;
  const { uri, neighbourhood: home } = file;
  // The files of a chart are judged and mended together.
  if (home === undefined && file.chart === undefined) {
    onChecked(file, await judgeSource(reading, checker.job, undefined));
    return;
  }
  const read = file.isShown ? readText({ name: uri, text }, options) : undefined;
  const facts = factsOf(uri, text, read ?? textObjects({ name: uri, text }, options));
  if (file.isSeen && home !== undefined) sharing.told.push({ neighbourhood: home, facts });
  if (!read) return;
  // What a tool renders first is judged by itself in any case.
  if (facts.isTemplate && file.chart === undefined) {
    return onChecked(file, await judgeSource(reading, checker.job, undefined, read));
  }
  sharing.pending.push(pendingOf(sharing, { file, source, reading, read, facts }));
}

/** A file that waits for its neighbours, with what was read of it unless that takes too much. */
function pendingOf(sharing: Sharing, { file, source, reading, read, facts }: TakenFile): Pending {
  sharing.keptSize += reading.text.length;
  const kept = sharing.keptSize > mostKept ? undefined : { source: reading, read };
  return { file, source, guest: file.isSeen ? undefined : facts, kept };
}

interface TakenFile extends Pick<Pending, 'file' | 'source'> {
  readonly reading: ReadSource;
  readonly read: ReadText;
  readonly facts: FileFacts;
}

async function judge(
  { checker, onChecked }: Share,
  { file, source, guest, kept }: Pending,
  neighbours: Neighbourhood | undefined,
  mendable: ReadonlySet<string>,
): Promise<void> {
  const reading = kept?.source ?? (await readSource(source, checker));
  if (reading.state === 'done') return onChecked(file, reading.outcome);
  const surroundings = neighbours?.surroundingsOf(file.uri, { isKept: false, ...(guest && { guest }) });
  const chart = await chartOf(file, reading, checker, mendable, neighbours);
  onChecked(file, await judgeSource(reading, checker.job, surroundings, kept?.read, chart));
}

/** What the chart that a file belongs to says of it. */
async function chartOf(
  { chart }: PlannedFile,
  reading: ReadSource,
  { charts, job }: Checker,
  mendable: ReadonlySet<string>,
  neighbourhood?: Neighbourhood,
) {
  if (chart === undefined) return undefined;
  const { source, options, configured, hash } = reading;
  const { shown } = job;
  const kinds = options.workloadKinds;
  const neighbours = neighbourhood?.facts() ?? [];
  const isMended = job.fixes !== 'left' && configured.isSound;
  const mending = isMended ? { choose: fixesWithin(job.harden), files: mendable } : undefined;
  const file = { path: source.path, kinds, quiet: configured.quiet, hash, shown, neighbours, mending };
  return (await charts())?.partOf(chart, file);
}

/** Whatever goes wrong with a file costs no other one. */
async function safely(
  { onChecked }: Share,
  sharing: Sharing,
  file: PlannedFile,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    tellUnread(sharing, file);
    if (file.isShown) onChecked(file, crashOf(error));
  }
}

function tellUnread({ told }: Sharing, { path, neighbourhood: home, isSeen }: PlannedFile): void {
  if (home !== undefined && isSeen) told.push(...toldOfUnread(home, path));
}

function neighbourhoodsOf(told: readonly Told[]): Map<string, Neighbourhood> {
  const found = new Map<string, Neighbourhood>();
  for (const { neighbourhood: folder, facts } of told) {
    const files = found.get(folder) ?? neighbourhood();
    found.set(folder, files);
    files.set(facts.uri, facts);
  }
  return found;
}
