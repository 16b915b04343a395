import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChartFileAnswers } from '../editing/chart/chartFileAnswers';
import { normalUri } from '../workspace/uris';
import type { Session } from './session';

/** What can be asked about an open document as a part of a chart; undefined for one that is none. */
export async function chartFileOf(
  { charts }: Pick<Session, 'charts'>,
  document: TextDocument | undefined,
): Promise<ChartFileAnswers | undefined> {
  const place = document && (await charts.placeOf(normalUri(document.uri)));
  if (!place) return undefined;
  // Most workspaces have no chart.
  const { openChartFile } = await import('../editing/chart/openChartFile');
  return openChartFile(charts, place);
}
