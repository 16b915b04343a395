import { relative, resolve, sep } from 'node:path';
import { keptFindings } from '../../lint/keptFindings';
import type { KnownFindings } from '../../lint/knownFindings';
import type { LintedText } from '../../lint/lint';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import type { ShownChart } from '../../workspace/charts/judgedCharts';
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
  /** What the chart's objects show in the file. */
  readonly reported: () => Promise<ReportedFinding[]>;
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
  const judged = new Map<string, ShownChart>();
  return {
    async partOf(chart, file) {
      told = file.neighbours;
      const judgement = await charts.of(uriOfPath(chart));
      if (judgement.state !== 'judged') return undefined;
      judged.set(chart, judgement);
      const name = relative(chart, file.path).split(sep).join('/');
      const { view } = judgement;
      return {
        // A template that is named like no manifest is not read as one.
        ownFindings: (linted) =>
          isManifestName(name) ? view.ownFindings(name, linted) : keptFindings(linted, () => () => false),
        reported: () => reportedIn(chart, judgement, name, file),
      };
    },
    async outside(shown, hash) {
      const found = new Map<string, ReportedFinding[]>();
      for (const [chart, judgement] of judged) {
        for (const name of judgement.view.paths) {
          const path = resolve(chart, name);
          if (isPathWithin(path, chart)) continue;
          const { options, quiet } = await known.configured({ path, isNamed: false, isShown: false });
          if (options.state === 'excluded') continue;
          const file = { kinds: options.options.workloadKinds, quiet, hash, shown };
          const reported = await reportedIn(chart, judgement, name, file);
          found.set(path, [...(found.get(path) ?? []), ...reported]);
        }
      }
      return found;
    },
  };
}

async function reportedIn(
  folder: string,
  { view, chart }: ShownChart,
  name: string,
  { kinds, quiet, hash, shown }: Omit<ChartFile, 'path' | 'neighbours'>,
): Promise<ReportedFinding[]> {
  const isHashed = quiet !== undefined || shown.fingerprints;
  const allSets = chart.sets.length;
  const reporting = { folder, allSets, kinds, quiet, shown, hash: isHashed ? await hash() : undefined };
  const placed = view.placedIn(name);
  const isPart = placed.some(({ told }) => told.place.file.placeInFile !== undefined);
  const read = isPart ? readBytes(resolve(folder, name)) : undefined;
  const whole = read?.state === 'bytes' ? decode(read.bytes).text : undefined;
  return [...reportedRefusals(view.refusedIn(name), kinds), ...reportedPlaced(placed, reporting, whole)];
}
