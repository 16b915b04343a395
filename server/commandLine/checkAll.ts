import { availableParallelism } from 'node:os';
import { isMainThread, type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import { shownPath } from '../workspace/disk/paths';
import type { Checker, Job, Source } from './checkFile';
import { checkShare } from './checkShare';
import { type Configurations, configurations } from './configurations';
import type { Means } from './means';
import type { PlannedFile } from './plannedFile';
import {
  byReportedPlace,
  type ConfigurationComplaint,
  type FileReport,
  type Outcome,
  type ReportedFinding,
} from './report';
import { type Told, toldOfUnread } from './told';

/** The files as they were checked, in the order given, and what is wrong in their configurations. */
export interface Checked {
  readonly reports: readonly FileReport[];
  readonly complaints: readonly ConfigurationComplaint[];
}

/** What is to be checked, and how. */
export interface Checking {
  readonly files: readonly PlannedFile[];
  /** What those tell that can't even be looked at. */
  readonly unread: readonly Told[];
  /** What stands for some files in place of what is on the disk, by their paths. */
  readonly sources: ReadonlyMap<string, Source>;
  readonly job: Job;
  readonly known: Configurations;
  /** The file that this program runs from: other threads run it too. */
  readonly program: string;
  readonly means: Means;
}

/** Below this, starting another thread takes longer than it saves. */
const fewFiles = 40;
const fewBytes = 300_000;

const mostThreads = 8;

/** What a thread is started with. Each takes the next files that no other has taken, until there are none left. */
interface ThreadStart {
  /** Files that one thread checks together: those of a chart, or one. */
  readonly groups: readonly (readonly PlannedFile[])[];
  readonly job: Job;
  /** One number: how many groups have been taken. */
  readonly taken: SharedArrayBuffer;
}

/** What a thread says. */
type FromThread =
  | { readonly kind: 'checked'; readonly path: string; readonly outcome: Outcome }
  | { readonly kind: 'elsewhere'; readonly path: string; readonly findings: readonly ReportedFinding[] }
  | { readonly kind: 'told'; readonly told: readonly Told[] }
  | { readonly kind: 'complaints'; readonly complaints: readonly ConfigurationComplaint[] };

/** Checks files with all processors. A file that takes a whole thread down is reported as crashed. */
export async function checkAll({ files, unread, sources, job, known, program, means }: Checking): Promise<Checked> {
  const outcomes = new Map<string, Outcome>();
  const complaints = new Map<string, ConfigurationComplaint>();
  const onChecked = ({ path }: Pick<PlannedFile, 'path'>, outcome: Outcome) => void outcomes.set(path, outcome);
  const elsewhere = new Map<string, ReportedFinding[]>();
  const onFoundElsewhere = (path: string, findings: readonly ReportedFinding[]) =>
    void elsewhere.set(path, [...(elsewhere.get(path) ?? []), ...findings]);
  const onComplaints = (found: readonly ConfigurationComplaint[]) => {
    for (const complaint of found) complaints.set(JSON.stringify(complaint), complaint);
  };

  // Large files first, so that no thread is left with one when all others are done.
  const shared = files.filter(({ path }) => !sources.has(path));
  const groups = groupsOf(shared).sort((a, b) => sizeOf(b) - sizeOf(a));
  const start: ThreadStart = { groups, job, taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT) };
  const threads = Array.from({ length: otherThreads(shared) }, () =>
    runThread(program, start, {
      onChecked: (path, outcome) => onChecked({ path }, outcome),
      onFoundElsewhere,
      onComplaints,
    }),
  );
  const own = files.filter(({ path }) => sources.has(path));
  const nextShared = nextOf(start);
  await checkShare({
    next: () => own.shift() ?? nextShared(),
    sourceFor: ({ path }) => sources.get(path),
    checker: { job, known, charts: chartLoader(job, known), writer: writerLoader(means), hash: means.hash },
    async exchange(told) {
      const ofThreads = await Promise.all(threads.map(async (thread) => (await thread.told) ?? unreadIn(shared)));
      for (const [index, thread] of threads.entries()) {
        thread.tell([...unread, ...told, ...ofThreads.filter((_, other) => other !== index).flat()]);
      }
      return [...unread, ...ofThreads.flat()];
    },
    onChecked,
    onFoundElsewhere,
  });
  onComplaints(known.complaints());
  const deaths = (await Promise.all(threads.map(({ death }) => death))).filter((death) => death !== undefined);

  const lost: Outcome = { state: 'crashed', error: deaths.join('; ') };
  const reports = files.flatMap(({ name, path, isNamed, isShown }) =>
    isShown ? [{ name, path, isNamed, outcome: outcomes.get(path) ?? lost }] : [],
  );
  const all = withFoundElsewhere(reports, elsewhere, job.currentFolder);
  return { reports: all, complaints: [...complaints.values()] };
}

/** Adds findings to the reports of their files; a file that has none gets one. */
function withFoundElsewhere(
  reports: readonly FileReport[],
  elsewhere: ReadonlyMap<string, readonly ReportedFinding[]>,
  currentFolder: string,
): FileReport[] {
  const left = new Map(elsewhere);
  const all = reports.map((report): FileReport => {
    const { path, outcome } = report;
    const more = path === undefined ? undefined : left.get(path);
    if (path === undefined || !more || outcome.state !== 'linted') return report;
    left.delete(path);
    return { ...report, outcome: { ...outcome, findings: [...outcome.findings, ...more].sort(byReportedPlace) } };
  });
  const added = [...left].map(([path, findings]): FileReport => {
    const outcome = { state: 'linted', findings, mending: undefined, offer: { count: 0, harden: undefined } } as const;
    return { name: shownPath(path, currentFolder), path, isNamed: false, outcome };
  });
  return [...all, ...added];
}

/** What is told by a thread that died: nobody knows which files it had read. */
function unreadIn(files: readonly PlannedFile[]): Told[] {
  const folders = new Set(files.flatMap(({ neighbourhood }) => neighbourhood ?? []));
  return [...folders].flatMap((folder) => toldOfUnread(folder, folder));
}

function otherThreads(files: readonly PlannedFile[]): number {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const isLittle = files.length <= fewFiles && bytes <= fewBytes;
  return isLittle ? 0 : Math.min(availableParallelism(), mostThreads, files.length) - 1;
}

interface RunningThread {
  /** What its files tell; undefined if it dies before. */
  readonly told: Promise<readonly Told[] | undefined>;
  readonly tell: (told: readonly Told[]) => void;
  /** What it died of, if it did; settles when it ends. */
  readonly death: Promise<string | undefined>;
}

/** Who is told what a thread finds out. */
interface ThreadListener {
  readonly onChecked: (path: string, outcome: Outcome) => void;
  readonly onFoundElsewhere: (path: string, findings: readonly ReportedFinding[]) => void;
  readonly onComplaints: (complaints: readonly ConfigurationComplaint[]) => void;
}

function runThread(
  program: string,
  start: ThreadStart,
  { onChecked, onFoundElsewhere, onComplaints }: ThreadListener,
): RunningThread {
  const thread = new Worker(program, { workerData: start });
  let reason: string | undefined;
  thread.on('error', (error) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  const death = new Promise<string | undefined>((resolve) => {
    thread.on('exit', () => resolve(reason));
  });
  const told = new Promise<readonly Told[] | undefined>((resolve) => {
    thread.on('message', (message: FromThread) => {
      if (message.kind === 'checked') onChecked(message.path, message.outcome);
      else if (message.kind === 'elsewhere') onFoundElsewhere(message.path, message.findings);
      else if (message.kind === 'complaints') onComplaints(message.complaints);
      else resolve(message.told);
    });
    thread.on('exit', () => resolve(undefined));
  });
  return { told, tell: (others) => thread.postMessage(others), death };
}

/** What this program does in another thread: its share. */
export async function workAsThread(means: Means): Promise<void> {
  const port: MessagePort | null = parentPort;
  const start: ThreadStart = workerData;
  if (isMainThread || !port) return;
  const { currentFolder, overruling, baseline } = start.job;
  const known = configurations(currentFolder, overruling, baseline);
  const post = (message: FromThread) => port.postMessage(message);
  await checkShare({
    next: nextOf(start),
    sourceFor: () => undefined,
    checker: {
      job: start.job,
      known,
      charts: chartLoader(start.job, known),
      writer: writerLoader(means),
      hash: means.hash,
    },
    exchange(told) {
      post({ kind: 'told', told });
      return new Promise((resolve) => void port.once('message', resolve));
    },
    onChecked: ({ path }, outcome) => post({ kind: 'checked', path, outcome }),
    onFoundElsewhere: (path, findings) => post({ kind: 'elsewhere', path, findings }),
  });
  post({ kind: 'complaints', complaints: known.complaints() });
}

/** Files of one chart together, so that one thread renders the chart. */
function groupsOf(files: readonly PlannedFile[]): PlannedFile[][] {
  const groups: PlannedFile[][] = [];
  const ofCharts = new Map<string, PlannedFile[]>();
  for (const file of files) {
    const known = file.chart === undefined ? undefined : ofCharts.get(file.chart);
    if (known) {
      known.push(file);
      continue;
    }
    const group = [file];
    groups.push(group);
    if (file.chart !== undefined) ofCharts.set(file.chart, group);
  }
  return groups;
}

function sizeOf(group: readonly PlannedFile[]): number {
  return group.reduce((sum, { size }) => sum + size, 0);
}

function nextOf({ groups, taken }: ThreadStart): () => PlannedFile | undefined {
  const counter = new Int32Array(taken);
  const own: PlannedFile[] = [];
  return () => {
    if (own.length === 0) own.push(...(groups[Atomics.add(counter, 0, 1)] ?? []));
    return own.shift();
  };
}

/** Most runs meet no chart. */
function chartLoader({ charts }: Job, known: Configurations): Checker['charts'] {
  let parts: ReturnType<Checker['charts']> | undefined;
  const load = async () => charts && (await import('./charts/chartParts')).chartParts(charts, known);
  return () => (parts ??= load());
}

/** Writing takes longer to load than most files to check. */
function writerLoader({ now }: Means): Checker['writer'] {
  let writer: ReturnType<Checker['writer']> | undefined;
  const load = async () => (await import('../workspace/disk/fileWriter')).fileWriter(now);
  return () => (writer ??= load());
}
