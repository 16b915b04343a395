import { dirname, join, relative, sep } from 'node:path';
import { type Configuration, type ConfigurationProblem, emptyConfiguration } from '../configuration/configuration';
import { type FileOptions, type Overruling, optionsFor } from '../configuration/effectiveOptions';
import { writtenBaseline } from '../configuration/readConfiguration';
import type { KnownFindings } from '../lint/knownFindings';
import { configurationFile } from '../protocol';
import { type Baseline, baselineIn, baselineUri } from '../workspace/baseline';
import { diskFiles, textIn } from '../workspace/disk/diskFiles';
import { isRepository, repositoryOf } from '../workspace/disk/ignoreFiles';
import { readBytes } from '../workspace/disk/readBytes';
import { isWithin, shownPath } from '../workspace/disk/walk';
import { governing } from '../workspace/governingConfiguration';
import { patchFiles } from '../workspace/patchFiles';
import { folderOf, relativeTo, uriOfPath } from '../workspace/uris';
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
  /** What its baseline keeps quiet, if it names one that counts. */
  readonly baseline: PlacedBaseline | undefined;
}

interface PlacedBaseline {
  /** A URI. */
  readonly folder: string;
  readonly known: Baseline;
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
  const complaints: ConfigurationComplaint[] = [];
  const patches = patchFiles(diskFiles);
  const governors = new Map<string, Promise<Governor>>();
  const nobody: Governor = {
    name: undefined,
    folder: currentFolder,
    configuration: emptyConfiguration,
    isSound: true,
    baseline: undefined,
  };

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
    const own = await ownConfiguration(folder, currentFolder, chosenBaseline === undefined);
    if (own) {
      complaints.push(...own.complaints);
      return own.governor;
    }
    const isTop = dirname(folder) === folder || isRepository(folder);
    return isTop ? nobody : governorOf(dirname(folder));
  };

  // A path that somebody gives on the command line is taken as given, whatever is there.
  const readChosen = async (path: string): Promise<PlacedBaseline> => {
    const { baseline, fault } = baselineIn(textIn(readBytes(path, { takesPipes: true })));
    if (fault !== undefined) {
      const excerpt = { text: '', start: 0, end: 0, isCutBefore: false, isCutAfter: false };
      const message = `This baseline ${fault}`;
      complaints.push({ name: shownPath(path, currentFolder), message, start: { line: 1, column: 1 }, excerpt });
    }
    return { folder: folderOf(uriOfPath(path)), known: baseline };
  };
  let chosen: Promise<PlacedBaseline> | undefined;
  const baselineFor = async ({ baseline }: Governor): Promise<PlacedBaseline | undefined> => {
    if (chosenBaseline === undefined) return baseline;
    if (chosenBaseline === '') return undefined;
    chosen ??= readChosen(chosenBaseline);
    return chosen;
  };

  return {
    async configured(path, isNamed) {
      const governor = await governorOf(dirname(path));
      const { name, folder, configuration, isSound } = governor;
      const uri = uriOfPath(path);
      const isPatch = await patches.isPatch(uri, undefined);
      const mayGainKeys = await patches.mayGainKeys(uri, undefined);
      const context = { overruling, reportsSyntax: true, checksEveryDocument: isNamed, isPatch, mayGainKeys };
      const options = optionsFor(configuration, slashed(relative(folder, path)), context);
      const baseline = await baselineFor(governor);
      const quiet = baseline?.known.get(relativeTo(baseline.folder, uri));
      return { options, configurationName: name, isSound, quiet };
    },
    complaints: () => complaints,
  };
}

interface OwnConfiguration {
  readonly governor: Governor;
  readonly complaints: readonly ConfigurationComplaint[];
}

/**
 * The configuration that stands in a folder itself.
 *
 * @param hasBaseline whether the baseline that it names counts
 */
async function ownConfiguration(
  folder: string,
  currentFolder: string,
  hasBaseline: boolean,
): Promise<OwnConfiguration | undefined> {
  const path = join(folder, configurationFile);
  let text = '';
  const read = (uri: string) => {
    const own = diskFiles.text(uri);
    if (own.state === 'text') text = own.text;
    return own;
  };
  const folderUri = uriOfPath(folder);
  const found = await governing(uriOfPath(join(folder, 'manifest.yaml')), folderUri, { text: read });
  if (!found) return undefined;
  const { configuration, problems } = found.reading;
  const name = shownPath(path, currentFolder);
  const starts = lineStarts(text);
  const complaints = problems.map((problem) => complaintOf(problem, name, text, starts));
  let baseline: PlacedBaseline | undefined;
  const named = hasBaseline ? writtenBaseline(text) : undefined;
  if (named && configuration.baseline !== undefined) {
    const file = baselineUri(folderUri, configuration.baseline);
    const root = repositoryOf(folder) ?? (isWithin(folder, currentFolder) ? currentFolder : folder);
    const reading = baselineIn(diskFiles.readNamed(file, uriOfPath(root)));
    baseline = { folder: folderOf(file), known: reading.baseline };
    if (reading.fault !== undefined) {
      const message = `baseline: ${JSON.stringify(named.named)} ${reading.fault}`;
      complaints.push(complaintOf({ message, ...named.range }, name, text, starts));
    }
  }
  return { governor: { name, folder, configuration, isSound: problems.length === 0, baseline }, complaints };
}

function complaintOf(
  { message, start, end }: Omit<ConfigurationProblem, 'isFormal'>,
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
