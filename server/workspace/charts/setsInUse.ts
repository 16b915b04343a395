import type { GivenFile } from '../../rendering/charts/chart/givenFile';
import { decodeUtf8 } from '../../rendering/charts/go/bytes';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import type { ConfigurationFault } from '../configurationFaults';
import type { Configurations } from '../configurations';
import type { NamedFiles } from '../files';
import { type FileFacts, isChart } from '../judge/fileFacts';
import { folderOf, isWithin, joined } from '../uris';
import { chartFile } from './chartPlace';
import { placedValuesFaults } from './valuesFaults';
import { type ValuesSets, valuesSetsOf } from './valuesSets';

/** Where the values sets of charts are found. */
export interface SetSources {
  /** Open ones as they stand in the editor. */
  readonly files: NamedFiles;
  readonly configurations: Pick<Configurations, 'chartsOf' | 'neighbourhoodOf'>;
  readonly fileOf: (uri: string) => Parameters<Configurations['chartsOf']>[0];
  /** What the files of a neighbourhood tell. */
  readonly factsIn: (neighbourhood: string) => Iterable<FileFacts>;
  /** Told which values files a configuration names in vain. */
  readonly onFaults?: (faults: readonly ConfigurationFault[]) => void;
}

/** The values sets of charts, found anew when something changes that names them. */
export interface SetsInUse {
  readonly of: (folder: string, files: readonly GivenFile[]) => Promise<readonly ValuesSet[]>;
  /** A file was changed, on disk or in the editor. */
  readonly changed: (uri: string) => void;
}

/** What sets were found from last time. */
interface Found {
  readonly configured: string;
  readonly facts: readonly FileFacts[];
  readonly found: ValuesSets;
}

/** Nobody has asked for sets yet. */
export function setsInUse({ files, configurations, fileOf, factsIn, onFaults }: SetSources): SetsInUse {
  const known = new Map<string, Found>();
  return {
    async of(folder, own) {
      const file = fileOf(joined(folder, chartFile));
      const { charts, folder: configurationFolder, governor, repository } = await configurations.chartsOf(file);
      const home = await configurations.neighbourhoodOf(file);
      const all = home === undefined ? [] : [...factsIn(home)];
      // What is typed in its templates says nothing of how the chart is used.
      const facts = all.filter((one) => isTelling(one) && !isWithin(one.uri, joined(folder, 'templates')));
      const name = chartName(own);
      const configured = JSON.stringify([name, charts, configurationFolder, repository, home]);
      const last = known.get(folder);
      if (last?.configured === configured && areSame(last.facts, facts)) return last.found.sets;
      const neighbourhood = home ?? folderOf(folder);
      const chart = { folder, name, configured: charts, configurationFolder, repository, neighbourhood, facts: all };
      const found = await valuesSetsOf(chart, files);
      known.set(folder, { configured, facts, found });
      if (governor && found.faults.length > 0) onFaults?.(placedValuesFaults(governor, found.faults));
      return found.sets;
    },
    changed(uri) {
      for (const [folder, { found }] of known) if (found.read.has(uri)) known.delete(folder);
    },
  };
}

/** True for a file that may say how charts are used. */
function isTelling({ uri, charts, objects }: FileFacts): boolean {
  if (charts.length > 0 || isChart(uri)) return true;
  return objects.some(({ facts: { group, kind } }) => group === '' && (kind === 'ConfigMap' || kind === 'Secret'));
}

function areSame(one: readonly FileFacts[], other: readonly FileFacts[]): boolean {
  return one.length === other.length && one.every((facts, index) => facts === other[index]);
}

/** The name that a chart gives itself; empty where it gives none. */
function chartName(files: readonly GivenFile[]): string {
  const described = files.find(({ path }) => path === chartFile);
  return (described && /^name:[ \t]*["']?([^\s"'#]+)/m.exec(decodeUtf8(described.bytes))?.[1]) ?? '';
}
