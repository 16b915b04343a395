import { type KeptChart, keptChart } from '../../rendering/charts/keptChart';
import type { KeptCharts } from '../../workspace/charts/keptCharts';

/** What is kept of so many charts: those that were asked about last. */
const mostCharts = 3;

const known = new WeakMap<KeptCharts, Map<string, KeptChart>>();

/** A chart of the workspace to be rendered again and again. */
export function keptRendering(charts: KeptCharts, folder: string): KeptChart {
  const kept = known.get(charts) ?? new Map<string, KeptChart>();
  known.set(charts, kept);
  const chart = kept.get(folder) ?? keptChart();
  kept.delete(folder);
  kept.set(folder, chart);
  const [oldest] = kept.keys();
  if (kept.size > mostCharts && oldest !== undefined) kept.delete(oldest);
  return chart;
}
