import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import { allCharts, type EditedChart } from './chartModel';
import { leadsThrough, type ValuePath } from './valuePath';
import { type FoundKey, fieldsAt, keysAt } from './yamlFile';

/** A values file: what stands in it is laid at a path of the topmost chart's values. */
export interface ValuesFile {
  readonly file: GivenFile;
  readonly chart: EditedChart;
  /** True for the chart's own `values.yaml`; others are for an environment or a test. */
  readonly isOwn: boolean;
}

const ownValues = 'values.yaml';

/** True for the name of a values file that is laid over the chart's own. */
export function isEnvironmentFile(path: string): boolean {
  if (/^(?:templates|charts|crds)\//.test(path)) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return path !== ownValues && /^(?:values[-._].+|.+[-._]values|values)\.ya?ml$/i.test(name);
}

/** True for a values file that is laid over the chart's own, by its name or because somebody uses the chart with it. */
export function isLaidOver(path: string, { laidOver }: Pick<EditedChart, 'laidOver'>): boolean {
  return path !== ownValues && (isEnvironmentFile(path) || laidOver.has(path));
}

/** The values files of a chart, its own first. */
function valuesFilesOf(chart: EditedChart): ValuesFile[] {
  const own = chart.files.get(ownValues);
  const others = [...chart.files].filter(([path]) => isLaidOver(path, chart));
  return [
    ...(own ? [{ file: own, chart, isOwn: true }] : []),
    ...others.map(([, file]) => ({ file, chart, isOwn: false })),
  ];
}

/** The values files of a chart and of the charts in it: what counts more comes first. */
export function allValuesFiles(top: EditedChart): ValuesFile[] {
  const all = [...allCharts(top)].flatMap(valuesFilesOf);
  return [...all.filter(({ isOwn }) => !isOwn), ...all.filter(({ isOwn }) => isOwn)];
}

/** A path of a chart's own values as one of the topmost chart's: what is global is the same for all. */
export function pathFromTop({ section }: Pick<EditedChart, 'section'>, path: ValuePath): ValuePath {
  return path[0] === 'global' ? path : [...section, ...path];
}

/** The paths by which a values file may say what the topmost chart has at a path. */
export function pathsInFile({ section }: Pick<EditedChart, 'section'>, path: ValuePath): ValuePath[] {
  if (path[0] === 'global') return [path];
  return leadsThrough(path, section) ? [path.slice(section.length)] : [];
}

/** The keys of a values file that say what the topmost chart has at a path. */
export function keysOfValue({ file, chart }: ValuesFile, path: ValuePath): FoundKey[] {
  return globalPaths(chart, path).flatMap((own) => (own.length > 0 ? keysAt(file, own) : []));
}

/** What a values file has at a path of the topmost chart, key or not. */
export function fieldsOfValue({ file, chart }: ValuesFile, path: ValuePath) {
  return globalPaths(chart, path).flatMap((own) => fieldsAt(file, own));
}

/** What is global can also be said in the section of a chart below. */
function globalPaths(chart: EditedChart, path: ValuePath): ValuePath[] {
  const own = pathsInFile(chart, path);
  if (path[0] !== 'global') return own;
  const below = [...allCharts(chart)].slice(1).map(({ section }) => [...section.slice(chart.section.length), ...path]);
  return [...own, ...below];
}
