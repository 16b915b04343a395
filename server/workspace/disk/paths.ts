import platform, { type PlatformPath } from 'node:path';

/** A path as it is shown: relative to the current folder, `/` between folders. */
export function shownPath(path: string, currentFolder: string): string {
  return (platform.relative(currentFolder, path) || '.').split(platform.sep).join('/');
}

/**
 * True for a folder, and for everything that is in it. Both paths are absolute; of URIs `isWithin` tells the same.
 *
 * @param rules how paths are written
 */
export function isPathWithin(path: string, folder: string, rules: PlatformPath = platform): boolean {
  const below = rules.relative(folder, path);
  return below !== '..' && !below.startsWith(`..${rules.sep}`) && !rules.isAbsolute(below);
}
