import { unnamedRelease } from '../../manifests/objects/releaseName';
import { descend, type Field, items, member, stringOf } from '../../yaml/field/field';
import type { ChartUse, UsedPath, UsedValues } from './chartUse';
import { giveUp, itemsAt, mappingAt, neededText, textAt, whollyKnown } from './stated';

/*
 * What a kustomization makes of the charts below its `chartHome` (kustomize 5.8): `valuesFile` and `valuesInline` are one,
 * as `valuesMerge` says, and the files of `additionalValuesFiles` count over them.
 */

/** The charts that a kustomization uses. */
export function usesOfKustomization(root: Field, start: number): ChartUse[] {
  const home = descend(root, 'helmGlobals', 'chartHome');
  const moved = stringOf(member(root, 'namespace'));
  const charts = items(member(root, 'helmCharts')).map((chart) => ({ chart, keys: current, home }));
  const former = items(member(root, 'helmChartInflationGenerator')).map((chart) => ({
    chart,
    keys: old,
    home: member(chart, 'chartHome'),
  }));
  return [...charts, ...former].flatMap((used) => whollyKnown(() => useOf(used, moved, start)) ?? []);
}

/** What the same thing is called in `helmCharts` and in what came before. */
interface Keys {
  readonly name: string;
  readonly repo: string;
  readonly version: string;
  readonly namespace: string;
  readonly file: string;
  readonly inline: string;
}

const current: Keys = {
  name: 'name',
  repo: 'repo',
  version: 'version',
  namespace: 'namespace',
  file: 'valuesFile',
  inline: 'valuesInline',
};

const old: Keys = {
  name: 'chartName',
  repo: 'chartRepoUrl',
  version: 'chartVersion',
  namespace: 'releaseNamespace',
  file: 'values',
  inline: 'valuesLocal',
};

interface UsedChart {
  readonly chart: Field;
  readonly keys: Keys;
  readonly home: Field;
}

/** @param moved the namespace that the kustomization puts all objects into */
function useOf({ chart, keys, home }: UsedChart, moved: string | undefined, start: number): ChartUse {
  const name = neededText(member(chart, keys.name));
  if (member(chart, 'nameTemplate').state !== 'absent') giveUp();
  const version = textAt(member(chart, keys.version));
  const isPulled = version !== undefined && textAt(member(chart, keys.repo)) !== undefined;
  const charts = textAt(home) ?? 'charts';
  const release = textAt(member(chart, 'releaseName'));
  return {
    kind: 'use',
    name: release === undefined ? `chart ${name}` : `release ${release}`,
    isNamedByFile: true,
    chart: fromFile(isPulled ? `${charts}/${name}-${version}/${name}` : `${charts}/${name}`),
    release: release ?? unnamedRelease,
    namespace: textAt(member(chart, keys.namespace)) ?? moved,
    values: [
      ...merged(chart, keys, start),
      ...itemsAt(member(chart, 'additionalValuesFiles')).map((file) => used(fromFile(neededText(file)))),
    ],
    set: [],
  };
}

/** The chart's own values count below all of these anyway. */
function merged(chart: Field, { file, inline }: Keys, start: number): UsedValues[] {
  const named = textAt(member(chart, file));
  const text = mappingAt(member(chart, inline), start);
  const merge = textAt(member(chart, 'valuesMerge')) ?? 'override';
  const files = named === undefined ? [] : [used(fromFile(named))];
  if (!text) return files;
  const written: UsedValues = { kind: 'text', text };
  if (merge === 'override') return [...files, written];
  if (merge === 'replace') return [written];
  if (merge !== 'merge') giveUp();
  return [written, ...(files.length > 0 ? files : [used({ from: 'chart', path: 'values.yaml' })])];
}

function used(path: UsedPath): UsedValues {
  return { kind: 'file', path, mayBeMissing: false };
}

function fromFile(path: string): UsedPath {
  return { from: 'file', path };
}
