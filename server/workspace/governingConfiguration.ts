import { type ConfigurationReading, emptyConfiguration } from '../configuration/configuration';
import { readConfiguration } from '../configuration/readConfiguration';
import { configurationFile } from '../protocol';
import type { ReadableFiles } from './files';

/** A configuration file that has the say over others. */
export interface GoverningConfiguration {
  readonly path: string;
  /** Without a slash at its end, so empty for the root of the file system. */
  readonly folder: string;
  readonly reading: ConfigurationReading;
}

/**
 * The configuration file that governs a file: the nearest one upwards, no higher than the root of the repository.
 * Undefined where there is none. Paths are absolute, with `/` between folders, on Windows `c:/…` or `//server/share/…`.
 *
 * @param root the folder above which nobody looks, such as a workspace folder
 */
export async function governing(
  file: string,
  root: string | undefined,
  files: ReadableFiles,
): Promise<GoverningConfiguration | undefined> {
  const top = root === undefined ? undefined : comparable(root);
  for (const folder of foldersAbove(file)) {
    const path = `${folder}/${configurationFile}`;
    const reading = await readingOf(path, files);
    if (reading) return { path, folder, reading };
    if (comparable(folder) === top || (await isRepository(folder, files))) return undefined;
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
  for (const above of foldersAbove(`${folder}/x`)) if (await isRepository(above, files)) return above;
  return otherwise ?? folder;
}

async function readingOf(path: string, files: ReadableFiles): Promise<ConfigurationReading | undefined> {
  try {
    const text = await files.readText(path);
    return text === undefined ? undefined : readConfiguration(text);
  } catch (error) {
    // A configuration that can't be read must not pass for one that nobody has written.
    const reason = error instanceof Error ? error.message : String(error);
    const problem = { message: `This configuration ${reason}`, start: 0, end: 0, isFormal: false };
    return { configuration: emptyConfiguration, problems: [problem] };
  }
}

/** True for the root of a Git repository; that of a worktree or a submodule has a file in place of the folder. */
export async function isRepository(folder: string, files: ReadableFiles): Promise<boolean> {
  try {
    const found = (await files.readText(`${folder}/.git/HEAD`)) ?? (await files.readText(`${folder}/.git`));
    return found !== undefined;
  } catch {
    return true;
  }
}

/** The folders that hold a file, innermost first. */
function foldersAbove(file: string): string[] {
  const start = /^(?:\/\/[^/]+\/[^/]+(?=\/)|[A-Za-z]:|)/.exec(file)?.[0] ?? '';
  const names = file
    .slice(start.length)
    .split('/')
    .filter((name) => name !== '');
  return names.map((_, depth) => [start, ...names.slice(0, depth)].join('/')).reverse();
}

/** A folder in a spelling that can be compared: Windows writes its drives in either case. */
export function comparable(folder: string): string {
  return folder.replace(/\/+$/, '').replace(/^[A-Za-z]:/, (drive) => drive.toLowerCase());
}
