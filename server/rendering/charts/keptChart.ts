import { keptFiles } from './chart/keptFiles';
import { keptTexts } from './evaluation/keptTexts';
import { type Rendered, type Rendering, renderChart } from './renderChart';

/** A chart that is rendered again and again. */
export interface KeptChart {
  /** Renders it as `renderChart` does; what is as before is taken over. */
  readonly render: (rendering: Rendering) => Rendered;
}

/** A chart that hasn't been rendered yet. Its values sets share what they have in common. */
export function keptChart(): KeptChart {
  const kept = { files: keptFiles(), texts: keptTexts() };
  return { render: (rendering) => renderChart(rendering, kept) };
}
