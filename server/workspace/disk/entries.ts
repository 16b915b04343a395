import { isUtf8 } from 'node:buffer';
import { type Dirent, readdirSync, type Stats, statSync } from 'node:fs';

/** What is in a folder. */
export interface Entries {
  readonly entries: readonly Dirent[];
  /** Those whose names are no UTF-8: what they are read as opens nothing. */
  readonly unnamable: readonly Dirent[];
}

/**
 * Lists a folder.
 *
 * @throws if it can't be read
 */
export function entriesIn(folder: string): Entries {
  const entries = readdirSync(folder, { withFileTypes: true });
  // Names that are no UTF-8 are read with this character in them, which may stand in others as well.
  if (!entries.some(({ name }) => name.includes('\uFFFD'))) return { entries, unnamable: [] };
  const names = new Set(readdirSync(folder, { encoding: 'buffer' }).filter(isUtf8).map(String));
  // Each name can be had once: what is read as the name of another entry isn't it.
  const isNamable = entries.map(({ name }) => names.delete(name));
  return {
    entries: entries.filter((_, index) => isNamable[index]),
    unnamable: entries.filter((_, index) => !isNamable[index]),
  };
}

/** True for a folder, or a link to one; false where nobody may look. */
export function isFolder(path: string): boolean {
  return statsAt(path)?.isDirectory() ?? false;
}

/** True for a file, or a link to one; false where nobody may look. */
export function isFile(path: string): boolean {
  return statsAt(path)?.isFile() ?? false;
}

function statsAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
