import { type ConfigurationReading, emptyConfiguration } from '../configuration/configuration';
import { readConfiguration } from '../configuration/readConfiguration';
import { configurationFile } from '../protocol';
import type { ReadableFiles } from './files';
import { foldersAbove, joined } from './uris';

/** A configuration file that has the say over others. */
export interface GoverningConfiguration {
  readonly uri: string;
  readonly folder: string;
  readonly reading: ConfigurationReading;
}

/**
 * The configuration file that governs a file: the nearest one upwards, no higher than the root of the repository.
 * Undefined where there is none.
 *
 * @param root the folder above which nobody looks, such as a workspace folder
 */
export async function governing(
  file: string,
  root: string | undefined,
  files: ReadableFiles,
): Promise<GoverningConfiguration | undefined> {
  for (const folder of foldersAbove(file)) {
    const uri = joined(folder, configurationFile);
    const reading = await readingOf(uri, files);
    if (reading) return { uri, folder, reading };
    if (folder === root || (await isRepository(folder, files))) return undefined;
  }
  return undefined;
}

/**
 * The folder that what a configuration names has to be in: the root of its repository, else a folder that is known to hold
 * it, else its own.
 *
 * @param folder of the configuration
 * @param otherwise a workspace folder, say
 */
export async function rootAround(folder: string, otherwise: string | undefined, files: ReadableFiles): Promise<string> {
  for (const above of [folder, ...foldersAbove(folder)]) if (await isRepository(above, files)) return above;
  return otherwise ?? folder;
}

async function readingOf(uri: string, files: ReadableFiles): Promise<ConfigurationReading | undefined> {
  const read = await files.text(uri);
  if (read.state === 'gone') return undefined;
  if (read.state === 'text') return readConfiguration(read.text);
  // A configuration that can't be read must not pass for one that nobody has written.
  const problem = { message: `This configuration ${read.reason}`, start: 0, end: 0, isFormal: false };
  return { configuration: emptyConfiguration, problems: [problem] };
}

/** True for the root of a Git repository; that of a worktree or a submodule has a file in place of the folder. */
export async function isRepository(folder: string, files: ReadableFiles): Promise<boolean> {
  const git = joined(folder, '.git');
  return (await files.text(joined(git, 'HEAD'))).state !== 'gone' || (await files.text(git)).state !== 'gone';
}
