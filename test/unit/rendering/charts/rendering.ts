import type { GivenFile } from '../../../../server/rendering/charts/chart/givenFile';
import { encodeUtf8 } from '../../../../server/rendering/charts/go/bytes';
import { type Rendered, type Rendering, renderChart } from '../../../../server/rendering/charts/renderChart';

/** The texts of a chart's files by their paths; a plain `Chart.yaml` is there if none is given. */
export type ChartTexts = Readonly<Record<string, string>>;

/** The files of a chart that is written in a test. */
export function filesOf(texts: ChartTexts): GivenFile[] {
  const all = { 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n', ...texts };
  return Object.entries(all).map(([path, text]) => ({ path, bytes: encodeUtf8(text) }));
}

/** What a chart that is written in a test is rendered with. */
export function renderingOf(texts: ChartTexts, more: Partial<Rendering> = {}): Rendering {
  return {
    files: filesOf(texts),
    release: 'rel',
    namespace: 'default',
    values: [],
    set: [],
    kubernetesVersion: undefined,
    apiVersions: [],
    includesDefinitions: false,
    ...more,
  };
}

/** Renders a chart that is written in a test. */
export function render(texts: ChartTexts, more: Partial<Rendering> = {}): Rendered {
  return renderChart(renderingOf(texts, more));
}

/** What is printed, or the reason why nothing is. */
export function rendered(texts: ChartTexts, more: Partial<Rendering> = {}): string {
  const result = render(texts, more);
  return result.state === 'rendered' ? result.text.text : result.message;
}
