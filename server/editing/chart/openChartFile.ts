import type { GivenFile } from '../../rendering/charts/chart/chart';
import type { ChartPlace } from '../../workspace/charts/chartPlace';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import { type ChartFileAnswers, chartFileAnswers } from './chartFileAnswers';
import { type ChartIndex, chartIndex } from './model/chartIndex';
import { isEnvironmentFile } from './model/chartValues';

/** What was made of the files of a chart. */
interface KeptIndex {
  readonly files: readonly GivenFile[];
  readonly index: ChartIndex | undefined;
}

const kept = new WeakMap<KeptCharts, Map<string, KeptIndex>>();

/** A file of a chart with all that can be asked about it; undefined for one that is no part of a chart that can be read. */
export async function openChartFile(charts: KeptCharts, place: ChartPlace): Promise<ChartFileAnswers | undefined> {
  const { folder, path } = place;
  const reading = await charts.read(folder);
  if (reading.state !== 'read') return undefined;
  // Values files for tests are no part of the chart, but say what it is tried with.
  const others = await charts.readIgnored(folder, reading.ignored.filter(isEnvironmentFile));
  const index = indexOf(charts, folder, [...reading.files, ...others]);
  const at = index?.at(path);
  return index && at && chartFileAnswers({ index, at, folder });
}

/** What is known of a chart: as long as its files stay the same it needn't be found out again. */
function indexOf(charts: KeptCharts, folder: string, files: readonly GivenFile[]): ChartIndex | undefined {
  const known = kept.get(charts) ?? new Map<string, KeptIndex>();
  kept.set(charts, known);
  const before = known.get(folder);
  const isSame = before?.files.length === files.length && before.files.every((file, place) => file === files[place]);
  if (before && isSame) return before.index;
  const index = chartIndex(files);
  known.set(folder, { files, index });
  return index;
}
