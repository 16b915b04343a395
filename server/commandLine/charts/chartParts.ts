import { relative, sep } from 'node:path';
import { keptFindings } from '../../lint/keptFindings';
import type { KnownFindings } from '../../lint/knownFindings';
import type { LintedText } from '../../lint/lint';
import type { WorkloadKind } from '../../manifests/kinds/workloadKinds';
import type { ShownChart } from '../../workspace/charts/judgedCharts';
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
}

/** No chart rendered yet. */
export function chartParts(rendering: ChartRendering, known: Configurations): ChartParts {
  let told: Iterable<FileFacts> = [];
  const charts = chartsOfDisk(rendering, known, () => told);
  return {
    async partOf(chart, file) {
      told = file.neighbours;
      const judgement = await charts.of(uriOfPath(chart));
      return judgement.state === 'judged' ? partOfChart(chart, judgement, file) : undefined;
    },
  };
}

function partOfChart(
  folder: string,
  { view, chart }: ShownChart,
  { path, kinds, quiet, hash, shown }: ChartFile,
): ChartPart {
  const name = relative(folder, path).split(sep).join('/');
  return {
    // A template that is named like no manifest is not read as one.
    ownFindings: (linted) =>
      isManifestName(name) ? view.ownFindings(name, linted) : keptFindings(linted, () => () => false),
    async reported() {
      const isHashed = quiet !== undefined || shown.fingerprints;
      const reporting = {
        folder,
        allSets: chart.sets.length,
        kinds,
        quiet,
        shown,
        hash: isHashed ? await hash() : undefined,
      };
      return [...reportedRefusals(view.refusedIn(name), kinds), ...reportedPlaced(view.placedIn(name), reporting)];
    },
  };
}
