import platform, { type PlatformPath } from 'node:path';
import { isPathWithin } from './paths';

/** The names that lead from a folder down to a file, or why none do; the reason goes on from the file's name. */
export type NamesBelow = { readonly names: readonly string[] } | { readonly names: undefined; readonly reason: string };

/** What Windows takes for a device in any folder ("Naming Files, Paths, and Namespaces", learn.microsoft.com), and streams of files. */
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$)(?:[. ].*)?$|:/i;

/**
 * Reads a path without touching what it names: asking for a path of another machine would already tell that machine who
 * asks.
 *
 * @param folder absolute
 * @param path absolute, or relative to the folder
 * @param rules how paths are written
 */
export function namesBelow(folder: string, path: string, rules: PlatformPath = platform): NamesBelow {
  const resolved = rules.resolve(folder, path);
  const below = rules.relative(folder, resolved);
  const names = below.split(rules.sep);
  if (!isPathWithin(resolved, folder, rules)) {
    return { names: undefined, reason: `lies outside of ${folder}, so it is not read` };
  }
  if (rules.sep === '\\' && names.some((name) => device.test(name))) {
    return { names: undefined, reason: 'is the name of a device, so it is not read' };
  }
  return { names: below === '' ? [] : names };
}
