import type { Diagnostic } from 'vscode-languageserver';
import type { Hash } from '../../lint/fingerprints/fingerprints';
import type { KnownFindings } from '../../lint/knownFindings';
import type { ChartPart } from '../../workspace/charts/chartPart';
import { normalUri } from '../../workspace/uris';
import type { Session } from '../session';

/** What the chart of a file shows in it; nothing for a file that belongs to none, or is excluded. */
export async function diagnosticsOfChart(
  { shownCharts, configurations, folders, hashOf, options }: Session,
  uri: string,
): Promise<Diagnostic[]> {
  const part = await shownCharts.partOf(normalUri(uri));
  if (!part) return [];
  const answer = await configurations.optionsFor(folders.fileOf(uri));
  if (answer.state === 'excluded') return [];
  return diagnosticsOfPart(part, answer.quiet, { hashOf, rulePages: options.rulePages, leads: true });
}

/** How charts' findings are shown. */
interface ChartShowing {
  readonly hashOf: Hash;
  readonly rulePages: string | undefined;
  /** Whether actions lead to the values files that are told of what they write. */
  readonly leads: boolean;
}

/**
 * What a chart shows in one of its files.
 *
 * @param quiet what a baseline keeps quiet
 */
export async function diagnosticsOfPart(
  { chart, path }: ChartPart,
  quiet: KnownFindings | undefined,
  { hashOf, rulePages, leads }: ChartShowing,
): Promise<Diagnostic[]> {
  const { view, folder } = chart;
  const { options, sets } = chart.chart;
  const kinds = options.workloadKinds;
  const [{ chartDiagnostics }, { withoutKnownPlaced }] = await Promise.all([
    import('../../features/charts/chartDiagnostics'),
    import('../../rendering/judging/knownPlaced'),
  ]);
  const placed = withoutKnownPlaced(view.placedIn(path), quiet, kinds, hashOf);
  const ledTo = leads ? view.ledToFrom(path) : [];
  return chartDiagnostics(
    { folder, placed, refusals: view.refusedIn(path), ledTo, allSets: sets.length, kinds },
    rulePages,
  );
}
