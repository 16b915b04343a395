import { relative, resolve, sep } from 'node:path';
import type { FixChoice } from '../../fixes/applyFixes';
import type { Finding } from '../../lint/finding';
import { keptFindings } from '../../lint/keptFindings';
import type { KnownFindings } from '../../lint/knownFindings';
import type { LintedText } from '../../lint/lint';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import { isPackedPath } from '../../rendering/charts/chart/chartPaths';
import { type MendedChart, type MendedText, mendChart } from '../../rendering/judging/fixes/mendChart';
import type { PlacedFinding } from '../../rendering/judging/judgeChart';
import { withoutKnownPlaced } from '../../rendering/judging/knownPlaced';
import type { ChartJudgement, ShownChart } from '../../workspace/charts/judgedCharts';
import { isPathWithin } from '../../workspace/disk/paths';
import { readBytes } from '../../workspace/disk/readBytes';
import { decode } from '../../workspace/disk/textFile';
import type { FileFacts } from '../../workspace/judge/fileFacts';
import { isManifestName } from '../../workspace/manifestName';
import { uriOfPath } from '../../workspace/uris';
import type { Configurations } from '../configurations';
import type { Means } from '../means';
import type { ReportedFinding } from '../report';
import type { Shown } from '../reportedFindings';
import { chartsOfDisk } from './chartsOfDisk';
import type { ChartRendering } from './chartValues';
import { reportedPlaced, reportedRefusals } from './reportedPlaced';

/** What the chart of a file has to say of it. */
export interface ChartPart {
  /** The file's text, as it was linted by itself, without what is told as rendered. */
  readonly ownFindings: (linted: LintedText) => LintedText;
  /**
   * What the chart's objects show in the file.
   *
   * @param linted the file's text, as it was linted by itself
   */
  readonly reported: (linted: LintedText) => Promise<ReportedFinding[]>;
  /** The same as findings of what is rendered. */
  readonly placed: () => Promise<readonly Finding[]>;
  /** What fixes of what the chart renders have done; undefined where none were wanted. */
  readonly mended: MendedPart | undefined;
}

/** A file as fixes of what its chart renders leave it. */
export interface MendedPart {
  /** Undefined for a file that they leave as it is. */
  readonly text: MendedText | undefined;
  /** How many findings that are told in the file were mended. */
  readonly applied: number;
  /** What the chart has to say of the file where that can't be written. */
  readonly unmended: ChartPart;
}

/** A file of a chart as it is reported. */
export interface ChartFile {
  /** Absolute. */
  readonly path: string;
  readonly kinds: readonly WorkloadKind[];
  /** The findings that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
  readonly hash: Means['hash'];
  readonly shown: Shown;
  /** What the files tell that it is judged among. */
  readonly neighbours: Iterable<FileFacts>;
  /** Undefined where nothing is to be mended. */
  readonly mending: PartMending | undefined;
}

/** How charts are mended. */
export interface PartMending {
  readonly choose: FixChoice;
  /** The files of the chart that may be written, absolute. */
  readonly files: ReadonlySet<string>;
}

/** What charts say of their files; each is rendered when the first of its files is asked for. */
export interface ChartParts {
  /** Undefined where the chart has nothing to say, since it can't be read. */
  readonly partOf: (chart: string, file: ChartFile) => Promise<ChartPart | undefined>;
  /** What they show in files outside of their folders, such as the values of an environment; by absolute paths. */
  readonly outside: (shown: Shown, hash: Means['hash']) => Promise<ReadonlyMap<string, ReportedFinding[]>>;
}

/** No chart rendered yet. */
export function chartParts(rendering: ChartRendering, known: Configurations): ChartParts {
  let told: Iterable<FileFacts> = [];
  const charts = chartsOfDisk(rendering, known, () => told);
  // A chart as a whole is much, so only those that show something elsewhere are held until the end.
  const showingOutside = new Map<string, ShownChart>();
  const hold = (folder: string, shown: ShownChart) => {
    const isOutside = (path: string) => !isPathWithin(resolve(folder, path), folder);
    if (shown.view.paths.some(isOutside)) showingOutside.set(folder, shown);
  };
  // The files of a chart come one after the other.
  let asked: { readonly folder: string; readonly judgement: Promise<ChartJudgement> } | undefined;
  let last: { readonly folder: string; readonly mended: MendedChart<ShownChart> } | undefined;
  return {
    async partOf(folder, file) {
      if (asked?.folder !== folder) {
        told = file.neighbours;
        asked = { folder, judgement: charts.of(uriOfPath(folder)) };
      }
      const judgement = await asked.judgement;
      if (judgement.state !== 'judged') return undefined;
      const part = partOfChart(folder, judgement, file);
      const { mending } = file;
      if (!mending) {
        hold(folder, judgement);
        return part;
      }
      if (last?.folder !== folder) {
        const shown = await newFindings(folder, mending.files, known, file.hash);
        const mended = mendChart<ShownChart>(judgement, {
          choose: mending.choose,
          shown,
          isChangeable: (path) => mending.files.has(resolve(folder, path)),
          judge: charts.again,
        });
        last = { folder, mended };
      }
      hold(folder, last.mended.left);
      return mendedPart(part, folder, last.mended, file);
    },
    async outside(shown, hash) {
      const found = new Map<string, ReportedFinding[]>();
      for (const [chart, judgement] of showingOutside) {
        for (const name of judgement.view.paths) {
          const path = resolve(chart, name);
          if (isPathWithin(path, chart)) continue;
          const { options, quiet } = await known.configured({ path, isNamed: false, isShown: false });
          if (options.state === 'excluded') continue;
          const file = { kinds: options.options.workloadKinds, quiet, hash, shown, linted: undefined };
          const reported = await reportedIn(chart, judgement, name, file);
          found.set(path, [...(found.get(path) ?? []), ...reported]);
        }
      }
      return found;
    },
  };
}

function mendedPart(
  part: ChartPart,
  folder: string,
  { left, texts, mended }: MendedChart<ShownChart>,
  file: ChartFile,
): ChartPart {
  const name = nameIn(folder, file);
  const applied = mended.filter(({ told: { place } }) => {
    // What packed charts show is told where they are named.
    const { path } = place.file;
    return name === (isPackedPath(path) ? 'Chart.yaml' : path);
  }).length;
  return { ...partOfChart(folder, left, file), mended: { text: texts.get(name), applied, unmended: part } };
}

function partOfChart(folder: string, chart: ShownChart, file: ChartFile): ChartPart {
  const name = nameIn(folder, file);
  return {
    mended: undefined,
    // A template that is named like no manifest is not read as one.
    ownFindings: (linted) =>
      isManifestName(name) ? chart.view.ownFindings(name, linted) : keptFindings(linted, () => () => false),
    reported: (linted) =>
      reportedIn(folder, chart, name, { ...file, linted: isManifestName(name) ? linted : undefined }),
    placed: async () => (await newIn(chart, name, file)).map(({ finding }) => finding),
  };
}

/** What a chart shows in a file and the file's baseline doesn't know. */
async function newIn(
  { view }: ShownChart,
  name: string,
  { quiet, hash }: Pick<ChartFile, 'quiet' | 'hash'>,
): Promise<readonly PlacedFinding[]> {
  const placed = view.placedIn(name);
  return quiet ? withoutKnownPlaced(placed, quiet, await hash()) : placed;
}

/** Leaves out what the baselines of a chart's files know, each of its own file. */
async function newFindings(
  folder: string,
  files: ReadonlySet<string>,
  known: Configurations,
  hash: Means['hash'],
): Promise<(findings: readonly PlacedFinding[]) => readonly PlacedFinding[]> {
  const quietIn = new Map<string, KnownFindings>();
  for (const path of files) {
    const { quiet } = await known.configured({ path, isNamed: false, isShown: false });
    if (quiet) quietIn.set(nameIn(folder, { path }), quiet);
  }
  if (quietIn.size === 0) return (findings) => findings;
  const hashOf = await hash();
  return (findings) => {
    const names = [...new Set(findings.map(({ told }) => told.place.file.path))];
    return names.flatMap((name) => {
      const own = findings.filter(({ told }) => told.place.file.path === name);
      const quiet = quietIn.get(name);
      return quiet ? withoutKnownPlaced(own, quiet, hashOf) : own;
    });
  };
}

function nameIn(folder: string, { path }: Pick<ChartFile, 'path'>): string {
  return relative(folder, path).split(sep).join('/');
}

interface ReportedFile extends Pick<ChartFile, 'kinds' | 'quiet' | 'hash' | 'shown'> {
  /** Undefined for a file that is no manifest. */
  readonly linted: LintedText | undefined;
}

async function reportedIn(
  folder: string,
  shownChart: ShownChart,
  name: string,
  file: ReportedFile,
): Promise<ReportedFinding[]> {
  const { kinds, hash, shown, linted } = file;
  const { view, chart } = shownChart;
  const hashOf = shown.fingerprints ? await hash() : undefined;
  const reporting = { folder, allSets: chart.sets.length, kinds, shown, linted, hashOf };
  const placed = await newIn(shownChart, name, file);
  const isPart = placed.some(({ told }) => told.place.file.placeInFile !== undefined);
  const read = isPart ? readBytes(resolve(folder, name)) : undefined;
  const whole = read?.state === 'bytes' ? decode(read.bytes).text : undefined;
  return [...reportedRefusals(view.refusedIn(name), kinds), ...reportedPlaced(placed, reporting, whole)];
}
