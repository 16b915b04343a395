import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LeftToUs } from '../../editing/chart/answers/leftToUs';
import type { ChartFileAnswers } from '../../editing/chart/chartFileAnswers';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import { normalUri } from '../../workspace/uris';
import type { StartingOptions } from '../initializationOptions';
import type { ShownCharts } from './shownCharts';

/** The charts of a session, and the ways in which they are used. */
interface HelpedCharts {
  readonly charts: KeptCharts;
  readonly shownCharts: Pick<ShownCharts, 'setsOf'>;
}

/** What can be asked about an open document as a part of a chart; undefined for one that is none. */
export async function chartFileOf(
  { charts, shownCharts }: HelpedCharts,
  document: TextDocument | undefined,
): Promise<ChartFileAnswers | undefined> {
  const place = document && (await charts.placeOf(normalUri(document.uri)));
  if (!place) return undefined;
  // Most workspaces have no chart.
  const { openChartFile } = await import('../../editing/chart/openChartFile');
  return openChartFile(charts, place, shownCharts.setsOf);
}

/** What other extensions leave to say about a document. */
export function leftToUs(
  { languageId }: TextDocument,
  { explainsFunctions, explainsTemplates }: Pick<StartingOptions, 'explainsFunctions' | 'explainsTemplates'>,
): LeftToUs {
  // They know no other language.
  if (languageId !== 'helm') return 'all';
  if (!explainsTemplates) return 'nothing';
  return explainsFunctions ? 'all' : 'scopes';
}
