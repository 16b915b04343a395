import { readOnce } from '../../readOnce';
import type { GivenFile } from '../../rendering/charts/chart/givenFile';
import { encodeUtf8 } from '../../rendering/charts/go/bytes';
import type { SourceFile } from '../../rendering/charts/origins/source';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import type { ChartPlace } from '../../workspace/charts/chartPlace';
import type { KeptCharts } from '../../workspace/charts/keptCharts';
import type { SetsInUse } from '../../workspace/charts/setsInUse';
import { type ChartFileAnswers, chartFileAnswers } from './chartFileAnswers';
import { type ChartIndex, chartIndex } from './model/chartIndex';
import { isEnvironmentFile } from './model/chartValues';

/** What was made of the files of a chart. */
interface KeptIndex {
  readonly files: readonly GivenFile[];
  readonly laidOver: readonly string[];
  readonly index: ChartIndex | undefined;
}

const kept = new WeakMap<KeptCharts, Map<string, KeptIndex>>();

/** A file of a chart with all that can be asked about it; undefined for one that is no part of a chart that can be read. */
export async function openChartFile(
  charts: KeptCharts,
  place: ChartPlace,
  setsOf: SetsInUse['of'],
): Promise<ChartFileAnswers | undefined> {
  const { folder, path } = place;
  const reading = await charts.read(folder);
  if (reading.state !== 'read') return undefined;
  // Values files for tests are no part of the chart, but say what it is tried with.
  const others = await charts.readIgnored(folder, reading.ignored.filter(isEnvironmentFile));
  const own = new Map([...reading.files, ...others].map((file) => [file.path, file]));
  const used = usedFiles(await setsOf(folder, reading.files));
  for (const [path, file] of used) if (!own.has(path)) own.set(path, file);
  const index = indexOf(charts, folder, [...own.values()], [...used.keys()]);
  const at = index?.at(path);
  return index && at && chartFileAnswers({ index, at, folder });
}

/** What is known of a chart: as long as its files stay the same it needn't be found out again. */
function indexOf(
  charts: KeptCharts,
  folder: string,
  files: readonly GivenFile[],
  laidOver: readonly string[],
): ChartIndex | undefined {
  const known = kept.get(charts) ?? new Map<string, KeptIndex>();
  kept.set(charts, known);
  const before = known.get(folder);
  const isSame = before?.files.length === files.length && before.files.every((file, place) => file === files[place]);
  if (before && isSame && before.laidOver.join() === laidOver.join()) return before.index;
  const index = chartIndex(files, laidOver, before?.index?.lately);
  known.set(folder, { files, laidOver, index });
  return index;
}

/** The values files that sets name, by their paths from the chart's folder; what is part of another file is none. */
function usedFiles(sets: readonly ValuesSet[]): Map<string, GivenFile> {
  const named = sets.flatMap(({ values }) => values).filter(({ placeInFile }) => placeInFile === undefined);
  return new Map(named.map((source) => [source.path, givenOf(source)]));
}

const givenOf = readOnce(({ path, text }: SourceFile): GivenFile => ({ path, bytes: encodeUtf8(text) }));
