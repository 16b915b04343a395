import picomatch from 'picomatch/posix';

/** True for a path with `/` between folders, relative to the folder that the globs are relative to. */
export type PathMatcher = (path: string) => boolean;

/** Files whose names begin with a dot are files like any others. */
const options = { dot: true, nonegate: true } as const;

/** Each multiplies the time that a long path can take, and globs come with folders that nobody may trust. */
const mostWildcards = 3;

/** In UTF-16 units: longer than any path that somebody means, and short enough to be made a regular expression of. */
const longestGlob = 1000;

/**
 * True for paths that one of the globs means. A glob without a slash is looked for at any depth, as in `.gitignore`,
 * and one that names a folder means everything below it.
 */
export function matcherOf(globs: readonly string[]): PathMatcher {
  if (globs.length === 0) return () => false;
  return picomatch(globs.flatMap(expanded), options);
}

/** Why a glob can't be meant, as the end of a sentence that begins with the glob; undefined for a legal one. */
export function globFault(glob: string): string | undefined {
  if (glob.trim() === '') return 'names no files';
  if (glob.length > longestGlob) return `is longer than ${longestGlob} characters`;
  if (glob.startsWith('!')) return 'begins with "!": name the files that are meant, not the others';
  if (/\\\w/.test(glob)) return 'has a backslash: write "/" between folders';
  if (/^(?:[A-Za-z]:|~)/.test(glob)) return 'is absolute: globs are relative to the folder of the configuration';
  const names = glob.split('/');
  if (names.includes('..')) return 'leads out of the folder of the configuration';
  if (/[!@+?*]\(/.test(glob)) return 'has a group in parentheses: write "{a,b}" for a choice';
  for (const wildcard of ['*', '{']) {
    const isCostly = names.some((name) => name !== '**' && name.split(wildcard).length - 1 > mostWildcards);
    if (isCostly) return `has more than ${mostWildcards} "${wildcard}" in one name`;
  }
  if (names.filter((name) => name === '**').length > mostWildcards) return `has more than ${mostWildcards} "**"`;
  try {
    for (const pattern of expanded(glob)) picomatch(pattern, { ...options, strictBrackets: true });
    return undefined;
  } catch {
    return 'has a bracket without its partner';
  }
}

/** The patterns that a glob stands for. What picomatch would read as a group is part of a name. */
function expanded(glob: string): string[] {
  const isFolder = /\/$/.test(glob);
  const named = glob.replace(/\/+$/, '');
  const path = named.replace(/^(?:\.?\/)+/, '').replace(/\\?([()|])/g, '\\$1');
  if (path === '' || path === '.') return ['**'];
  const pattern = named.includes('/') ? path : `**/${path}`;
  return isFolder ? [`${pattern}/**/*`] : [pattern, `${pattern}/**`];
}
