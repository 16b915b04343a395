import { Fault } from '../go/fault';
import { pathPattern } from '../go/pathMatch';
import { trimSpace } from '../go/spaces';

/** Says whether a file or folder is no part of the chart. */
export type Ignores = (path: string, isFolder: boolean) => boolean;

interface Rule {
  readonly matches: (path: string) => boolean;
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
}

/** Reads a `.helmignore`: the first rule that fits decides, and a rule with `!` ignores whatever doesn't fit it. */
export function readIgnoreFile(text: string): Ignores {
  const rules = [...text.replace(/^\ufeff/, '').split(/\r?\n/), 'templates/.?*'].flatMap(readRule);
  return (path, isFolder) => {
    for (const { matches, isNegated, isForFolders } of rules) {
      if (isNegated) {
        if ((isForFolders && !isFolder) || !matches(path)) return true;
        continue;
      }
      if (isForFolders && !isFolder) continue;
      if (matches(path)) return true;
    }
    return false;
  };
}

function readRule(line: string): Rule[] {
  let rule = trimSpace(line);
  if (rule === '' || rule.startsWith('#')) return [];
  if (rule.includes('**')) throw new Fault('double-star (**) syntax is not supported');
  pathPattern(rule);
  const isNegated = rule.startsWith('!');
  if (isNegated) rule = rule.slice(1);
  const isForFolders = rule.endsWith('/');
  if (isForFolders) rule = rule.slice(0, -1);
  const isBaseOnly = !rule.includes('/');
  const pattern = pathPattern(rule.startsWith('/') ? rule.slice(1) : rule);
  const matches = (path: string) => pattern.test(isBaseOnly ? path.slice(path.lastIndexOf('/') + 1) : path);
  return [{ matches, isNegated, isForFolders }];
}

/** The files that belong to a chart, in helm's order: folder by folder by name. */
export function chartFiles<File extends { readonly path: string }>(files: readonly File[], ignores: Ignores): File[] {
  const kept = files.filter(({ path }) => {
    const names = path.split('/');
    for (let depth = 1; depth < names.length; depth++) {
      if (ignores(names.slice(0, depth).join('/'), true)) return false;
    }
    return !ignores(path, false);
  });
  // A folder's files stand where its name does.
  const key = (path: string) => path.replaceAll('/', '\0');
  return kept.sort((one, other) => (key(one.path) < key(other.path) ? -1 : 1));
}
