import { writtenBaseline } from '../configuration/readConfiguration';
import type { KnownFindings } from '../lint/knownFindings';
import { type Baseline, type BaselineReading, baselineIn, baselineUri } from './baseline';
import type { ConfigurationFault } from './configurationFaults';
import type { FileText, MaybePromise, NamedFiles } from './files';
import type { GoverningConfiguration } from './governingConfiguration';
import { folderOf, relativeTo, shownUri } from './uris';

/** A baseline that somebody has chosen for all files, or the choice of no baseline at all. */
export type ChosenBaseline = 'none' | { readonly uri: string; readonly read: () => MaybePromise<FileText> };

/** A baseline as a configuration or the settings of a folder name it. */
export interface NamedBaseline {
  readonly folder: string;
  readonly path: string;
  /** The configuration; undefined for the settings. */
  readonly governor: GoverningConfiguration | undefined;
  /** The folder that the baseline has to be in. */
  readonly root: string;
}

/** What baselines are read with. */
export interface BaselineSources {
  readonly files: NamedFiles;
  readonly chosen: ChosenBaseline | undefined;
  /** Told which baselines can't be read, once each. */
  readonly onProblem: (message: string) => void;
  /** Told which baselines are named, before they are read. */
  readonly onNamed: (uri: string) => void;
}

/** Finds the baselines of files, and remembers them. */
export interface BaselineFinder {
  /** What is kept quiet of a file. */
  readonly quietFor: (uri: string, named?: NamedBaseline) => Promise<KnownFindings | undefined>;
  readonly faultsOf: (governor: GoverningConfiguration) => readonly ConfigurationFault[];
  readonly faultsOfChosen: () => readonly ConfigurationFault[];
}

/** A finder that has found nothing yet. */
export function baselineFinder({ files, chosen, onProblem, onNamed }: BaselineSources): BaselineFinder {
  const known = new Map<string, Promise<Baseline>>();
  const faults = new Map<GoverningConfiguration, ConfigurationFault>();
  const faultsOfChosen: ConfigurationFault[] = [];

  const once = (key: string, read: () => Promise<Baseline>): Promise<Baseline> => {
    const found = known.get(key) ?? read();
    known.set(key, found);
    return found;
  };

  const readChosen = async ({ uri, read }: Exclude<ChosenBaseline, 'none'>): Promise<Baseline> => {
    const { baseline, fault } = baselineIn(await read());
    if (fault !== undefined)
      faultsOfChosen.push({ uri, text: '', message: `This baseline ${fault}`, start: 0, end: 0 });
    return baseline;
  };

  const readNamed = async (uri: string, { governor, root }: NamedBaseline): Promise<Baseline> => {
    onNamed(uri);
    const reading = baselineIn(await files.readNamed(uri, root));
    if (reading.fault !== undefined) {
      onProblem(`the baseline ${shownUri(uri)} ${reading.fault}`);
      if (governor) noteFault(governor, reading);
    }
    return reading.baseline;
  };

  const noteFault = (governor: GoverningConfiguration, { fault }: BaselineReading) => {
    const { uri, text } = governor;
    const written = writtenBaseline(text);
    if (!written) return;
    const message = `baseline: ${JSON.stringify(written.named)} ${fault}`;
    faults.set(governor, { uri, text, message, ...written.range });
  };

  return {
    async quietFor(uri, named) {
      if (chosen === 'none') return undefined;
      if (chosen) {
        const baseline = await once(chosen.uri, () => readChosen(chosen));
        return baseline.get(relativeTo(folderOf(chosen.uri), uri));
      }
      if (!named) return undefined;
      const file = baselineUri(named.folder, named.path);
      const baseline = await once(`${file}\n${named.folder}`, () => readNamed(file, named));
      return baseline.get(relativeTo(folderOf(file), uri));
    },
    faultsOf: (governor) => [faults.get(governor) ?? []].flat(),
    faultsOfChosen: () => faultsOfChosen,
  };
}
