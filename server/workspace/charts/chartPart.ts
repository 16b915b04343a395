import type { LintedText } from '../../lint/lint';
import type { ShownChart } from './judgedCharts';

/** A file as the chart shows it that renders it. */
export interface ChartPart {
  readonly chart: ShownChart;
  /** From the chart's folder with `/`. */
  readonly path: string;
}

/** A file's text, as it was linted by itself, without what its chart tells as rendered. */
export function ownFindings(linted: LintedText, part: ChartPart | undefined): LintedText {
  return part ? part.chart.view.ownFindings(part.path, linted) : linted;
}
