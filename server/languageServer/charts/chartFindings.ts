import type { Diagnostic } from 'vscode-languageserver';
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
  const { chart, path } = part;
  const { view } = chart;
  const kinds = answer.options.workloadKinds;
  const [{ chartDiagnostics }, { withoutKnownPlaced }] = await Promise.all([
    import('../../features/charts/chartDiagnostics'),
    import('../../rendering/judging/knownPlaced'),
  ]);
  return chartDiagnostics(
    {
      folder: chart.folder,
      placed: withoutKnownPlaced(view.placedIn(path), answer.quiet, kinds, hashOf),
      refusals: view.refusedIn(path),
      ledTo: view.ledToFrom(path),
      allSets: chart.chart.sets.length,
      kinds,
    },
    options.rulePages,
  );
}
