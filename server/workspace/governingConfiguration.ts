import { type ConfigurationReading, emptyConfiguration } from '../configuration/configuration';
import { readConfiguration } from '../configuration/readConfiguration';
import { configurationFile } from '../protocol/starting';
import type { ReadableFiles } from './files';
import { folderOf, foldersAbove, joined } from './uris';

/** A configuration file that governs other files. */
export interface GoverningConfiguration {
  readonly uri: string;
  readonly folder: string;
  readonly text: string;
  readonly reading: ConfigurationReading;
}

/** What stands above the files of a folder. */
export interface Above {
  /** The nearest configuration upwards, whole, no higher than the root of the repository. */
  readonly governor: GoverningConfiguration | undefined;
  /** The root of the repository. */
  readonly repository: string | undefined;
}

/**
 * Tells what stands above the files of folders, and remembers it. Each folder asks the one above it, so that a
 * configuration is read once however many folders it governs.
 */
export function lookingAbove(files: ReadableFiles): (folder: string) => Promise<Above> {
  const known = new Map<string, Promise<Above>>();

  const find = async (folder: string): Promise<Above> => {
    const own = await configurationIn(folder, files);
    if (await isRepository(folder, files)) return { governor: own, repository: folder };
    const parent = folderOf(folder);
    const above = parent === folder ? undefined : await lookAbove(parent);
    return { governor: own ?? above?.governor, repository: above?.repository };
  };

  const lookAbove = (folder: string): Promise<Above> => {
    const found = known.get(folder) ?? find(folder);
    known.set(folder, found);
    return found;
  };
  return lookAbove;
}

/**
 * The folder that what a configuration names has to be in: the root of its repository, else a folder that is known to hold
 * it, else its own.
 *
 * @param folder of the configuration
 * @param otherwise a workspace folder, say
 */
export async function rootAround(folder: string, otherwise: string | undefined, files: ReadableFiles): Promise<string> {
  return (await repositoryAround(folder, files)) ?? otherwise ?? folder;
}

/** The root of the repository that a folder is in. */
async function repositoryAround(folder: string, files: ReadableFiles): Promise<string | undefined> {
  for (const above of [folder, ...foldersAbove(folder)]) if (await isRepository(above, files)) return above;
  return undefined;
}

async function configurationIn(folder: string, files: ReadableFiles): Promise<GoverningConfiguration | undefined> {
  const uri = joined(folder, configurationFile);
  const read = await files.text(uri);
  if (read.state === 'gone') return undefined;
  if (read.state === 'text') return { uri, folder, text: read.text, reading: readConfiguration(read.text) };
  // A configuration that can't be read must not pass for a missing one.
  const problem = { message: `This configuration ${read.reason}`, start: 0, end: 0, isFormal: false };
  return { uri, folder, text: '', reading: { configuration: emptyConfiguration, problems: [problem] } };
}

/** True for the root of a Git repository; that of a worktree or a submodule has a file in place of the folder. */
export async function isRepository(folder: string, files: ReadableFiles): Promise<boolean> {
  const git = joined(folder, '.git');
  return (await files.text(joined(git, 'HEAD'))).state !== 'gone' || (await files.text(git)).state !== 'gone';
}
