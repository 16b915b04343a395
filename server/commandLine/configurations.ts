import { dirname, join, relative, resolve, sep } from 'node:path';
import { type Configuration, type ConfigurationProblem, emptyConfiguration } from '../configuration/configuration';
import { type FileOptions, type Overruling, optionsFor } from '../configuration/effectiveOptions';
import type { KnownFindings } from '../lint/knownFindings';
import { configurationFile } from '../protocol';
import { type Baseline, baselineAt } from '../workspace/baseline';
import { isRepository } from '../workspace/disk/ignoreFiles';
import { nodeFiles } from '../workspace/disk/nodeFiles';
import { shownPath } from '../workspace/disk/walk';
import { governing } from '../workspace/governingConfiguration';
import { patchFiles } from '../workspace/patchFiles';
import { lineStarts, positionAt } from '../yaml/lines';
import { excerptOf } from './excerpt';
import type { ConfigurationComplaint } from './report';

/** The options of a file, and what they come from. */
export interface ConfiguredFile {
  readonly options: FileOptions;
  /** The name of the governing configuration file. */
  readonly configurationName: string | undefined;
  /** False if the configuration can't be meant as it is written, so that nobody knows whether the file may be written. */
  readonly isSound: boolean;
  /** The findings of the file that a baseline keeps quiet. */
  readonly quiet: KnownFindings | undefined;
}

/** Finds the options of files; whatever it has read once it remembers. */
export interface Configurations {
  readonly configured: (path: string, isNamed: boolean) => Promise<ConfiguredFile>;
  /** What is wrong in the configuration files read so far. */
  readonly complaints: () => readonly ConfigurationComplaint[];
}

interface Governor {
  /** Undefined where no file governs. */
  readonly name: string | undefined;
  readonly folder: string;
  readonly configuration: Configuration;
  readonly isSound: boolean;
}

/**
 * Configurations as the files in the file system have them, overruled by what stands on the command line.
 *
 * @param chosenBaseline absolute path of the baseline for all files, empty for none; undefined if each configuration has its say
 */
export function configurations(
  currentFolder: string,
  overruling: Overruling,
  chosenBaseline: string | undefined,
): Configurations {
  const baselines = new Map<string, Promise<Baseline>>();
  const complaints: ConfigurationComplaint[] = [];
  const patches = patchFiles(nodeFiles);
  const governors = new Map<string, Promise<Governor>>();
  const nobody: Governor = { name: undefined, folder: currentFolder, configuration: emptyConfiguration, isSound: true };

  const governorOf = (folder: string): Promise<Governor> => {
    let governor = governors.get(folder);
    if (!governor) {
      governor = findGovernor(folder);
      governors.set(folder, governor);
    }
    return governor;
  };

  // Each folder asks the one above it, so that a configuration is read once however many folders it governs.
  const findGovernor = async (folder: string): Promise<Governor> => {
    const own = await ownConfiguration(folder, currentFolder);
    if (own) {
      complaints.push(...own.complaints);
      return own.governor;
    }
    const isTop = dirname(folder) === folder || isRepository(folder);
    return isTop ? nobody : governorOf(dirname(folder));
  };

  const baselineOf = async (path: string): Promise<Baseline> => {
    const { baseline, fault } = await baselineAt(path, nodeFiles);
    if (fault !== undefined) {
      const excerpt = { text: '', start: 0, end: 0, isCutBefore: false, isCutAfter: false };
      const message = `This baseline ${fault}`;
      complaints.push({ name: shownPath(path, currentFolder), message, start: { line: 1, column: 1 }, excerpt });
    }
    return baseline;
  };

  const quietIn = async (folder: string, configured: string | undefined, path: string) => {
    const file = chosenBaseline ?? (configured === undefined ? '' : resolve(folder, configured));
    if (file === '') return undefined;
    const baseline = baselines.get(file) ?? baselineOf(file);
    baselines.set(file, baseline);
    return (await baseline).get(slashed(relative(dirname(file), path)));
  };

  return {
    async configured(path, isNamed) {
      const { name, folder, configuration, isSound } = await governorOf(dirname(path));
      const isPatch = await patches.isPatch(slashed(path), undefined);
      const context = { overruling, reportsSyntax: true, checksEveryDocument: isNamed, isPatch };
      const options = optionsFor(configuration, slashed(relative(folder, path)), context);
      const quiet = await quietIn(folder, configuration.baseline, path);
      return { options, configurationName: name, isSound, quiet };
    },
    complaints: () => complaints,
  };
}

interface OwnConfiguration {
  readonly governor: Governor;
  readonly complaints: readonly ConfigurationComplaint[];
}

/** The configuration that stands in a folder itself. */
async function ownConfiguration(folder: string, currentFolder: string): Promise<OwnConfiguration | undefined> {
  const path = join(folder, configurationFile);
  let text = '';
  const readText = async (): Promise<string | undefined> => {
    const read = await nodeFiles.readText(path);
    text = read ?? '';
    return read;
  };
  const found = await governing(`${slashed(folder)}/manifest.yaml`, slashed(folder), { readText });
  if (!found) return undefined;
  const { configuration, problems } = found.reading;
  const name = shownPath(path, currentFolder);
  const starts = lineStarts(text);
  return {
    governor: { name, folder, configuration, isSound: problems.length === 0 },
    complaints: problems.map((problem) => complaintOf(problem, name, text, starts)),
  };
}

function complaintOf(
  { message, start, end }: ConfigurationProblem,
  name: string,
  text: string,
  starts: readonly number[],
): ConfigurationComplaint {
  const { line, character } = positionAt(starts, start);
  return { name, message, start: { line: line + 1, column: character + 1 }, excerpt: excerptOf(text, start, end) };
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
