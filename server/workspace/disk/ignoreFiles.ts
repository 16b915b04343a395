import { type Dirent, existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isFile } from './entries';
import { readBytes } from './readBytes';

/** The patterns of a folder's `.gitignore` and of those above it. */
export interface IgnoreFiles {
  readonly folder: string;
  readonly patterns: Ignore | undefined;
  readonly above: IgnoreFiles | undefined;
}

/** The `.gitignore` files that count in a folder, from the top one down to the folder's own. */
export function ignoreFilesOf(folder: string, top: string): IgnoreFiles {
  const isBelow = folder !== top && dirname(folder) !== folder;
  return ignoreFilesBelow(isBelow ? ignoreFilesOf(dirname(folder), top) : undefined, folder);
}

/** The `.gitignore` files that count in a sub-folder. */
export function ignoreFilesBelow(above: IgnoreFiles | undefined, folder: string): IgnoreFiles {
  return { folder, patterns: patternsIn(folder), above };
}

function patternsIn(folder: string): Ignore | undefined {
  const read = readBytes(join(folder, '.gitignore'));
  return read.state === 'bytes' ? ignore().add(read.bytes.toString('utf8')) : undefined;
}

/**
 * True if git would not look at an entry. The innermost `.gitignore` with an opinion decides (gitignore(5)).
 *
 * @param folder the entry's folder, absolute; it is known not to be ignored
 */
export function isIgnored(files: IgnoreFiles, folder: string, entry: Dirent): boolean {
  for (let file: IgnoreFiles | undefined = files; file; file = file.above) {
    if (!file.patterns) continue;
    const parent = relativePath(file.folder, folder);
    const { ignored, unignored } = file.patterns.test(`${parent}${entry.name}${entry.isDirectory() ? '/' : ''}`);
    if (unignored) return false;
    // A folder that was named by the user, or let in again further down, hands nothing on to what it holds.
    if (ignored && (parent === '' || !file.patterns.test(parent).ignored)) return true;
  }
  return false;
}

function relativePath(from: string, folder: string): string {
  if (folder === from) return '';
  return `${relative(from, folder).split(sep).join('/')}/`;
}

/** The root of the repository that holds a folder, or is it. */
export function repositoryOf(folder: string): string | undefined {
  if (isRepository(folder)) return folder;
  return dirname(folder) === folder ? undefined : repositoryOf(dirname(folder));
}

/** True for the root of a Git repository; that of a worktree or a submodule has a file in place of the folder. */
function isRepository(folder: string): boolean {
  const git = join(folder, '.git');
  return existsSync(join(git, 'HEAD')) || isFile(git);
}
