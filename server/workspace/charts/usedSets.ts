import { isReleaseName } from '../../manifests/objects/releaseName';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import type { ChartUse, UsedValues } from '../../rendering/uses/chartUse';
import { isFilledIn } from '../../rendering/uses/stated';
import { type FileFacts, isChart } from '../judge/fileFacts';
import { folderOf, foldersAbove, isWithin, joined, relativeTo } from '../uris';
import { gatherValues } from './gatherValues';
import { ownAddresses, sameRepository } from './repositoryAddresses';
import type { SetsOfChart } from './setsOfChart';
import type { ValuesReader } from './valuesReader';

/** The values sets that other tools' files name for a chart; those of which something can't be known are left out. */
export async function usedSets(chart: SetsOfChart, reader: ValuesReader): Promise<ValuesSet[]> {
  const facts = [...chart.facts];
  const telling = facts.filter(({ charts }) => charts.length > 0);
  if (telling.length === 0) return [];
  const addresses = await ownAddresses(chart.repository, reader);
  const templates = facts.filter(({ uri }) => isChart(uri)).map(({ uri }) => joined(folderOf(uri), 'templates'));
  const sets: ValuesSet[] = [];
  for (const { uri, charts } of telling) {
    const isRendered = templates.some((folder) => isWithin(uri, folder));
    for (const use of charts) {
      if (use.kind !== 'use' || (isRendered && isFilledIn(JSON.stringify(use)))) continue;
      const place = placeOf(use, { chart, uri, facts, addresses });
      const set = place && (await setOf(use, place, { chart, uri, facts, addresses }, reader));
      if (set) sets.push(set);
    }
  }
  return sets;
}

interface Search {
  readonly chart: SetsOfChart;
  /** The file that tells of the use. */
  readonly uri: string;
  readonly facts: readonly FileFacts[];
  /** The addresses of the workspace's own repository. */
  readonly addresses: readonly string[];
}

interface UsePlace {
  /** The root of the repository that the use speaks of. */
  readonly root: string | undefined;
  /** What counts below the values of the use. */
  readonly values: readonly UsedValues[];
  readonly isOurs: (url: string | undefined) => boolean;
}

/** Where a use leads, if that is the chart. */
function placeOf({ chart: path }: ChartUse, search: Search): UsePlace | undefined {
  const { chart, uri, facts, addresses } = search;
  const isOurs = (url: string | undefined) => url === undefined || sameRepository(url, addresses);
  const told = facts.flatMap(({ charts }) => charts);
  const isNamed = (fact: { name: string; namespace: string | undefined }, name: string, namespace?: string) =>
    fact.name === name && (fact.namespace === undefined || namespace === undefined || fact.namespace === namespace);
  if (path.from === 'object') {
    const source = told.find((fact) => fact.kind === 'chart' && isNamed(fact, path.name, path.namespace));
    if (source?.kind !== 'chart' || source.chart.from === 'object') return undefined;
    const place = placeOf({ ...noUse, chart: source.chart }, search);
    return place && { ...place, values: source.values };
  }
  if (path.from === 'file') {
    const isHere = joined(folderOf(uri), path.path) === chart.folder;
    return isHere ? { root: chart.repository, values: [], isOurs } : undefined;
  }
  let url = path.from === 'source' ? undefined : path.url;
  if (path.from === 'source') {
    const repository = told.find((fact) => fact.kind === 'repository' && isNamed(fact, path.name, path.namespace));
    if (repository?.kind === 'repository') url = repository.url;
  }
  if (!isOurs(url)) return undefined;
  const root = rootsFor(search).find((folder) => joined(folder, path.path) === chart.folder);
  return root === undefined ? undefined : { root, values: [], isOurs: (other) => other === url || isOurs(other) };
}

const noUse = { kind: 'use', name: '', release: '', namespace: undefined, values: [], set: [] } as const;

/** The folders that may be the root of the repository: where none is known, those around the file. */
function rootsFor({ chart, uri }: Search): string[] {
  if (chart.repository !== undefined) return [chart.repository];
  return foldersAbove(uri)
    .filter((folder) => isWithin(folder, chart.neighbourhood))
    .reverse();
}

async function setOf(
  use: ChartUse,
  place: UsePlace,
  search: Search,
  reader: ValuesReader,
): Promise<ValuesSet | undefined> {
  const { chart, uri, facts } = search;
  const gathered = await gatherValues([...place.values, ...use.values], {
    ...place,
    facts,
    folder: chart.folder,
    uri,
    reader,
  });
  if (!gathered || !isReleaseName(use.release)) return undefined;
  const file = relativeTo(chart.repository ?? chart.neighbourhood, uri);
  return {
    name: use.isNamedByFile ? `${use.name} in ${file}` : use.name,
    release: use.release,
    namespace: use.namespace ?? 'default',
    values: gathered.values,
    set: [...use.set, ...gathered.set],
  };
}
