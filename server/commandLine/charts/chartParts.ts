import { relative, sep } from 'node:path';
import { keptFindings } from '../../lint/keptFindings';
import type { LintedText } from '../../lint/lint';
import { isManifestName } from '../../workspace/manifestName';
import { uriOfPath } from '../../workspace/uris';
import type { ReadSource } from '../checkFile';
import type { Configurations } from '../configurations';
import type { ReportedFinding } from '../report';
import type { Shown } from '../reportedFindings';
import type { ChartRendering } from './chartValues';
import { type ChartChecking, type CheckedChart, checkChart } from './checkedChart';
import { reportedPlaced, reportedRefusals } from './reportedPlaced';

/** What the chart of a file has to say of it. */
export interface ChartPart {
  /** The file's text, as it was linted by itself, without what is told as rendered. */
  readonly ownFindings: (linted: LintedText) => LintedText;
  /** What the chart's objects show in the file. */
  readonly reported: () => Promise<ReportedFinding[]>;
}

/** What charts say of their files; each is rendered when the first of its files is asked for. */
export interface ChartParts {
  /** Undefined where the chart has nothing to say, since it can't be read. */
  readonly partOf: (chart: string, source: ReadSource, shown: Shown) => Promise<ChartPart | undefined>;
}

/** No chart rendered yet. */
export function chartParts(rendering: ChartRendering, known: Configurations): ChartParts {
  const checked = new Map<string, Promise<ChartChecking>>();
  return {
    async partOf(chart, source, shown) {
      const checking = checked.get(chart) ?? checkChart(uriOfPath(chart), rendering, known);
      checked.set(chart, checking);
      const result = await checking;
      return result.state === 'judged' ? partOfChart(result, source, shown) : undefined;
    },
  };
}

function partOfChart(
  { folder, view, sets }: CheckedChart,
  { source, options, configured, hash }: ReadSource,
  shown: Shown,
): ChartPart {
  const name = relative(folder, source.path).split(sep).join('/');
  const kinds = options.workloadKinds;
  return {
    // A template that is named like no manifest is not read as one.
    ownFindings: (linted) =>
      isManifestName(name) ? view.ownFindings(name, linted) : keptFindings(linted, () => () => false),
    async reported() {
      const { quiet } = configured;
      const isHashed = quiet !== undefined || shown.fingerprints;
      const reporting = { folder, allSets: sets, kinds, quiet, shown, hash: isHashed ? await hash() : undefined };
      return [...reportedRefusals(view.refusedIn(name), kinds), ...reportedPlaced(view.placedIn(name), reporting)];
    },
  };
}
