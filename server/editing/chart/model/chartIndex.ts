import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { definitionsIn } from '../reading/definitions';
import type { Notes } from '../reading/notes';
import { type ChartReading, readChart } from '../reading/readChart';
import { readTyped } from '../reading/readTyped';
import { allCharts, type EditedChart, editedChart } from './chartModel';

/** A chart with all that is known of its files. */
export interface ChartIndex {
  readonly top: EditedChart;
  readonly reading: ChartReading;
  /** What was read of the chart now or before, if it was. */
  readonly lately: ChartReading | undefined;
  readonly definitions: ChartReading['definitions'];
  /** What is read in a file as it stands, without looking at all others again. */
  readonly notesOf: (at: Pick<IndexedFile, 'file' | 'charts'>) => Notes;
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
 * @param before what was read of the chart before something was typed
 */
export function chartIndex(
  files: readonly GivenFile[],
  laidOver: readonly string[] = [],
  before?: ChartReading,
): ChartIndex | undefined {
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
  const typed = new Map<GivenFile, Notes>();
  const read = () => {
    reading ??= readChart(top);
    return reading;
  };
  return {
    top,
    get reading() {
      return read();
    },
    get lately() {
      return reading ?? before;
    },
    get definitions() {
      return definitionsIn(top);
    },
    notesOf({ file, charts }) {
      if (reading || !before) return read().notes;
      const notes = typed.get(file) ?? readTyped(file, charts, before);
      typed.set(file, notes);
      return notes;
    },
    at: (path) => byPath.get(path),
    pathOf: (file) => paths.get(file),
  };
}
