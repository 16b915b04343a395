import { isReleaseName, unnamedRelease } from '../../manifests/objects/releaseName';
import type { SourceFile } from '../../rendering/charts/origins/source';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import type { NamedFiles } from '../files';
import { joined, relativeTo } from '../uris';
import { chartMatcher } from './chartsBelow';
import type { SetsOfChart } from './setsOfChart';
import { usedSets } from './usedSets';
import { type ValuesReader, valuesReader } from './valuesReader';

/** The values sets of a chart. */
export interface ValuesSets {
  /** The chart's own values alone come first. */
  readonly sets: readonly ValuesSet[];
  /** How many more there are. */
  readonly leftOut: number;
  /** What is wrong with values files that the configuration names. */
  readonly faults: readonly ValuesFault[];
  /** The files beside the facts that all this was read from, whether or not they are there. */
  readonly read: ReadonlySet<string>;
}

/** A values file that the configuration names in vain. */
export interface ValuesFault {
  /** The place in the configuration's list of charts. */
  readonly entry: number;
  /** As the configuration has it. */
  readonly path: string;
  readonly uri: string;
  /** Goes on from the file's name. */
  readonly message: string;
}

/** So many sets of a chart are rendered: each of them takes its time. */
const mostSets = 50;

/** The ways in which a chart is rendered: as its own values say, as the configuration says, and as other tools use it. */
export async function valuesSetsOf(chart: SetsOfChart, files: NamedFiles): Promise<ValuesSets> {
  const reader = valuesReader(chart, files);
  const { sets: configured, faults } = await configuredSets(chart, reader);
  const used = await usedSets(chart, reader);
  const own = { name: 'values.yaml', release: releaseOf(chart.name), namespace: 'default', values: [], set: [] };
  const isOwn = ({ values, set }: ValuesSet) => values.length === 0 && set.length === 0;
  // Who says nothing of values says how the chart's own values are used.
  const first = configured.find(isOwn);
  const all = [first ? { ...first, name: own.name } : own, ...configured.filter((set) => set !== first), ...used];
  const different = withOwnNames(withoutRepeated(all));
  return {
    sets: different.slice(0, mostSets),
    leftOut: Math.max(0, different.length - mostSets),
    faults,
    read: reader.read,
  };
}

async function configuredSets(
  { folder, name, configured, configurationFolder }: SetsOfChart,
  reader: ValuesReader,
): Promise<{ readonly sets: ValuesSet[]; readonly faults: ValuesFault[] }> {
  const sets: ValuesSet[] = [];
  const faults: ValuesFault[] = [];
  if (configurationFolder === undefined) return { sets, faults };
  const path = relativeTo(configurationFolder, folder);
  for (const { chart, index, release, namespace, values: paths, set } of configured) {
    if (!chartMatcher(chart)(path)) continue;
    const values: SourceFile[] = [];
    for (const written of paths) {
      const uri = joined(folder, written);
      const found = await reader.file(uri);
      if ('file' in found) values.push(found.file);
      else faults.push({ entry: index, path: written, uri, message: found.reason });
    }
    if (values.length < paths.length) continue;
    sets.push({
      name: nameOf(paths, set),
      release: release ?? releaseOf(name),
      namespace: namespace ?? 'default',
      values,
      set,
    });
  }
  return { sets, faults };
}

/** The chart's own values count anyway, so that they tell no set from others. */
function nameOf(paths: readonly string[], set: readonly string[]): string {
  const others = paths.filter((path) => path !== 'values.yaml');
  return [...(others.length > 0 ? others : paths), ...set].join(', ') || 'values.yaml';
}

/** The release of a chart that nobody names: as the chart, if a release can have that name. */
function releaseOf(name: string): string {
  return isReleaseName(name) ? name : unnamedRelease;
}

function withoutRepeated(sets: readonly ValuesSet[]): ValuesSet[] {
  const seen = new Set<string>();
  return sets.filter(({ release, namespace, values, set }) => {
    const key = JSON.stringify([release, namespace, values.map(({ path, text }) => [path, text]), set]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Sets of the same name are told apart by their release and namespace, else by their number. */
function withOwnNames(sets: readonly ValuesSet[]): ValuesSet[] {
  const taken = new Set<string>();
  return sets.map((set) => {
    const { name, release, namespace } = set;
    const longer = `${name} (release ${release} in ${namespace})`;
    let own = taken.has(name) ? longer : name;
    for (let number = 2; taken.has(own); number++) own = `${longer}, ${number}`;
    taken.add(own);
    return { ...set, name: own };
  });
}
