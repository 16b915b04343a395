import type { CancellationToken } from 'vscode-languageserver';
import type { ChartToShow } from '../features/charts/chartPreview';
import type { LintOptions } from '../lint/lintOptions';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import type { GivenFile } from '../rendering/charts/chart/givenFile';
import type { ValuesSet } from '../rendering/charts/valuesSet';
import { chartFile } from '../workspace/charts/chartPlace';
import { offeredSets } from '../workspace/charts/offeredSets';
import type { ReadableFiles } from '../workspace/files';
import { joined, normalUri, pathOfUri } from '../workspace/uris';
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
  const used = await setsOf(session, folder, read.files);
  const [own] = used;
  if (!own) throw new Error('A chart has values of its own.');
  const paths = [...read.files.map((file) => file.path), ...read.ignored];
  const offered = await offeredSets(folder, paths, own, open);
  const sets = [...used, ...offered.filter(({ name }) => !used.some((set) => set.name === name))];
  const set = sets.find(({ name }) => name === values) ?? own;
  const parts = await shownCharts.partsOf(normalUri(uri));
  const judged = parts.find((part) => part.chart.folder === folder)?.chart.chart;
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

/** The values sets of a chart; waits until all files of its neighbourhood have told how they use it. */
async function setsOf(session: Session, folder: string, files: readonly GivenFile[]): Promise<readonly ValuesSet[]> {
  const { configurations, folders, scan, shownCharts } = session;
  const file = folders.fileOf(joined(folder, chartFile));
  if (pathOfUri(file.uri) !== undefined) {
    await scan.aroundClosed(await configurations.neighbourhoodOf(file), file.uri);
  }
  return shownCharts.setsOf(folder, files);
}

/** The texts of files that hold values as a part of theirs, by their paths. */
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
