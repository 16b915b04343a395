import type { GivenFile } from '../../../rendering/charts/chart/chart';
import { type ChartReading, readChart } from '../reading/readChart';
import { allCharts, type EditedChart, editedChart } from './chartModel';

/** A chart with all that is known of its files. */
export interface ChartIndex {
  readonly top: EditedChart;
  readonly reading: ChartReading;
  /** The file of a path, and the charts that it belongs to: one that is wanted under several names is several. */
  readonly at: (path: string) => IndexedFile | undefined;
  /** The path of a file from the topmost chart's folder; undefined for what nobody can open. */
  readonly pathOf: (file: GivenFile) => string | undefined;
}

/** A file with the charts that it belongs to. */
export interface IndexedFile {
  readonly file: GivenFile;
  readonly charts: readonly EditedChart[];
  /** From the folder of its chart. */
  readonly path: string;
}

/** An open file of a chart. */
export interface OpenChartFile {
  readonly index: ChartIndex;
  readonly at: IndexedFile;
  /** The folder of the topmost chart, a URI. */
  readonly folder: string;
}

/**
 * Reads a chart; undefined where there is none.
 *
 * @param laidOver the paths of values files that somebody uses it with
 */
export function chartIndex(files: readonly GivenFile[], laidOver: readonly string[] = []): ChartIndex | undefined {
  const top = editedChart(files, laidOver);
  if (!top) return undefined;
  const byPath = new Map<string, IndexedFile & { charts: EditedChart[] }>();
  const paths = new Map<GivenFile, string>();
  for (const chart of allCharts(top)) {
    if (chart.isPacked) continue;
    for (const [path, file] of chart.files) {
      const known = byPath.get(file.path);
      if (known) known.charts.push(chart);
      else byPath.set(file.path, { file, charts: [chart], path });
      paths.set(file, file.path);
    }
  }
  let reading: ChartReading | undefined;
  return {
    top,
    get reading() {
      reading ??= readChart(top);
      return reading;
    },
    at: (path) => byPath.get(path),
    pathOf: (file) => paths.get(file),
  };
}
