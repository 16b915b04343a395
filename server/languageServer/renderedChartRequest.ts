import type { CancellationToken } from 'vscode-languageserver';
import type { ChartToShow } from '../features/charts/chartPreview';
import { newestVersion, versionName } from '../manifests/versions/kubernetesVersion';
import type { RenderedBasis, RenderedChart, RenderedChartParams } from '../protocol/renderedChart';
import type { GivenFile } from '../rendering/charts/chart/chart';
import type { ValuesSet } from '../rendering/charts/valuesSet';
import { chartFile } from '../workspace/charts/chartPlace';
import { offeredSets } from '../workspace/charts/offeredSets';
import type { ReadableFiles } from '../workspace/files';
import { joined, normalUri, pathOfUri } from '../workspace/uris';
import { stopIfCancelled } from './guard';
import { openDocumentsFirst } from './openFiles';
import type { Session } from './session';

/** Answers what a chart renders. The engine comes with the first chart. */
export async function renderedChart(
  session: Session,
  { uri, values }: RenderedChartParams,
  token: CancellationToken,
): Promise<RenderedChart> {
  const { charts, files, documents, linted, options: starting } = session;
  const place = await charts.placeOf(normalUri(uri));
  if (!place)
    return { state: 'no chart', message: 'This file belongs to no chart: no folder above it holds a Chart.yaml.' };
  const { folder, path } = place;
  const read = await charts.read(folder);
  if (read.state === 'unreadable') return { state: 'no chart', message: `The chart of this file ${read.reason}.` };
  const paths = [...read.files.map((file) => file.path), ...read.ignored];
  const open = openDocumentsFirst(files, documents);
  const used = await setsOf(session, folder, read.files);
  const [own] = used;
  if (!own) throw new Error('A chart has values of its own.');
  const offered = await offeredSets(folder, paths, own, open);
  const sets = [...used, ...offered.filter(({ name }) => !used.some((set) => set.name === name))];
  const set = sets.find(({ name }) => name === values) ?? own;
  const basis: RenderedBasis = {
    folder,
    path,
    values: set.name,
    valuesFiles: set.values.map((file) => joined(folder, file.path)),
    choices: sets.map(({ name, release, namespace }) => ({ name, description: `${release} in ${namespace}` })),
  };
  const options = await linted.optionsOf(uri);
  const [{ renderedAnswer }, { keptRendering }] = await Promise.all([
    import('../features/charts/renderedAnswer'),
    import('../features/charts/keptRendering'),
  ]);
  const chart: ChartToShow = {
    files: read.files,
    path,
    set,
    kubernetesVersion: versionName(options?.kubernetesVersion ?? newestVersion),
    render: keptRendering(charts, folder).render,
    isCancelled: () => token.isCancellationRequested,
  };
  const containing = await containingTexts(set, folder, open);
  stopIfCancelled(token);
  return renderedAnswer({ chart, basis, options, containing, rulePages: starting.rulePages });
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
