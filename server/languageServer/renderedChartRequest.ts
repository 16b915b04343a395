import type { CancellationToken } from 'vscode-languageserver';
import type { RenderedBasis, RenderedChart, RenderedChartParams } from '../protocol/renderedChart';
import { joined } from '../workspace/uris';
import { askedChart } from './askedChart';
import type { Session } from './session';

/** Answers what a chart renders. */
export async function renderedChart(
  session: Session,
  { uri, values }: RenderedChartParams,
  token: CancellationToken,
): Promise<RenderedChart> {
  const asked = await askedChart(session, uri, values, token);
  if (asked.state === 'missing') return { state: 'no chart', message: asked.message };
  const { folder, chart, sets, options, containing } = asked;
  const { path, set } = chart;
  const basis: RenderedBasis = {
    folder,
    path,
    values: set.name,
    valuesFiles: set.values.map((file) => joined(folder, file.path)),
    choices: sets.map(({ name, release, namespace }) => ({ name, description: `${release} in ${namespace}` })),
  };
  const { renderedAnswer } = await import('../features/charts/renderedAnswer');
  return renderedAnswer({ chart, basis, options, containing, rulePages: session.options.rulePages });
}
