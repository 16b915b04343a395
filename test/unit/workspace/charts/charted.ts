import { readConfiguration } from '../../../../server/configuration/readConfiguration';
import { textObjects } from '../../../../server/lint/textObjects';
import type { SourceFile } from '../../../../server/rendering/charts/origins/source';
import { type ValuesSets, valuesSetsOf } from '../../../../server/workspace/charts/valuesSets';
import { factsOf } from '../../../../server/workspace/judge/fileFacts';
import { memoryFiles } from '../../../../server/workspace/memoryFiles';
import { joined } from '../../../../server/workspace/uris';
import { optionsOf } from '../objects/indexing';

const root = 'file:///work';

/** The files of a workspace, by their paths. */
export type Workspace = Readonly<Record<string, string>>;

/** The values sets of a chart in a workspace; the chart is called like its folder. */
export function setsIn(workspace: Workspace, chart = 'charts/shop'): Promise<ValuesSets> {
  const files = new Map(Object.entries(workspace).map(([path, text]) => [joined(root, path), text]));
  const { configuration } = readConfiguration(workspace['.seaworthy.yaml'] ?? '');
  const facts = [...files].map(([uri, text]) => factsOf(uri, text, textObjects({ name: uri, text }, optionsOf())));
  const asked = {
    folder: joined(root, chart),
    name: chart.slice(chart.lastIndexOf('/') + 1),
    configured: configuration.charts,
    configurationFolder: root,
    repository: '.git/config' in workspace ? root : undefined,
    neighbourhood: root,
    facts,
  };
  return valuesSetsOf(asked, memoryFiles(files));
}

/** The sets beside the chart's own values alone, in a form to be read. */
export async function othersIn(workspace: Workspace, chart?: string) {
  const { sets } = await setsIn({ 'charts/shop/Chart.yaml': 'name: shop', ...workspace }, chart);
  return sets.slice(1).map(({ values, set, ...rest }) => ({
    ...rest,
    values: values.map(({ path }) => path),
    ...(set.length > 0 && { set }),
  }));
}

/** Each word of a text, as it stands where the text says that it does. */
export function wordsInPlace({ text, placeInFile }: SourceFile, file: string): [string, string][] {
  return [...text.matchAll(/[\w.]+/g)].map(({ 0: word, index }) => {
    const start = placeInFile?.(index) ?? index;
    return [word, file.slice(start, start + word.length)];
  });
}
