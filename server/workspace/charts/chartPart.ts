import type { LintedText } from '../../lint/lint';
import type { ShownChart } from './judgedCharts';

/** A file as the chart shows it that renders it. */
export interface ChartPart {
  readonly chart: ShownChart;
  /** From the chart's folder with `/`. */
  readonly path: string;
}

/** A file's text, as it was linted by itself, without what charts tell as rendered. */
export function ownFindings(linted: LintedText, parts: readonly ChartPart[]): LintedText {
  return parts.reduce((left, { chart, path }) => chart.view.ownFindings(path, left), linted);
}
