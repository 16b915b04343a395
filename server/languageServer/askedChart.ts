import type { CancellationToken } from 'vscode-languageserver';
import type { ChartToShow } from '../features/charts/chartPreview';
import type { LintOptions } from '../lint/lintOptions';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import type { ValuesSet } from '../rendering/charts/valuesSet';
import { offeredSets } from '../workspace/charts/offeredSets';
import type { ReadableFiles } from '../workspace/files';
import { joined, normalUri } from '../workspace/uris';
import { stopIfCancelled } from './guard';
import { openDocumentsFirst } from './openFiles';
import type { Session } from './session';

/** The chart of a file that is asked about, ready to be rendered, or why there is none. */
export type AskedChart =
  | {
      readonly state: 'found';
      readonly folder: string;
      readonly chart: ChartToShow;
      /** All values that it could be rendered with. */
      readonly sets: readonly ValuesSet[];
      /** Undefined for a file that is excluded. */
      readonly options: LintOptions | undefined;
      /** The texts of files that hold values as a part of theirs, by their paths. */
      readonly containing: ReadonlyMap<string, string>;
    }
  /** The message is a sentence. */
  | { readonly state: 'missing'; readonly message: string };

/** What counts for charts that nobody judges: helm's own names. */
const ownValues: ValuesSet = {
  name: 'values.yaml',
  release: 'release-name',
  namespace: 'default',
  values: [],
  set: [],
};

/**
 * The chart of a file. The engine comes with the first chart.
 *
 * @param values the name of the values that it is rendered with; the chart's own if there are none of that name
 */
export async function askedChart(
  session: Session,
  uri: string,
  values: string | undefined,
  token: CancellationToken,
): Promise<AskedChart> {
  const { charts, files, documents, linted, shownCharts } = session;
  const place = await charts.placeOf(normalUri(uri));
  if (!place) {
    return { state: 'missing', message: 'This file belongs to no chart: no folder above it holds a Chart.yaml.' };
  }
  const { folder, path } = place;
  const read = await charts.read(folder);
  if (read.state === 'unreadable') return { state: 'missing', message: `The chart of this file ${read.reason}.` };
  const open = openDocumentsFirst(files, documents);
  const judged = (await shownCharts.partOf(normalUri(uri)))?.chart.chart;
  const [own = ownValues, ...others] = judged?.sets ?? [];
  const paths = [...read.files.map((file) => file.path), ...read.ignored];
  const sets = await offeredSets(folder, [own, ...others], paths, open);
  const set = sets.find(({ name }) => name === values) ?? sets[0];
  const options = await linted.optionsOf(uri);
  const containing = await containingTexts(set, folder, open);
  // What is excluded can be looked at all the same.
  const render = judged?.render ?? (await import('../rendering/charts/renderChart')).renderChart;
  stopIfCancelled(token);
  const chart: ChartToShow = {
    files: read.files,
    path,
    set,
    kubernetesVersion: judged?.kubernetesVersion ?? versionName(newestVersion),
    apiVersions: judged?.apiVersions ?? [],
    render,
    isCancelled: () => token.isCancellationRequested,
  };
  return { state: 'found', folder, chart, sets, options, containing };
}

async function containingTexts(
  { values }: ValuesSet,
  folder: string,
  files: ReadableFiles,
): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const { path, placeInFile } of values) {
    const read = placeInFile && (await files.text(joined(folder, path)));
    if (read?.state === 'text') texts.set(path, read.text);
  }
  return texts;
}
