import picomatch from 'picomatch/posix';

/** True for a path with `/` between folders, relative to the folder that the globs are relative to. */
export type PathMatcher = (path: string) => boolean;

/** Files whose names begin with a dot are files like any others. */
const options = { dot: true, nonegate: true } as const;

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
  if (/^!(?!\()/.test(glob)) return 'begins with "!": name the files that are meant, not the others';
  if (/\\\w/.test(glob)) return 'has a backslash: write "/" between folders';
  if (/^(?:[A-Za-z]:|~)/.test(glob)) return 'is absolute: globs are relative to the folder of the configuration';
  if (glob.split('/').includes('..')) return 'leads out of the folder of the configuration';
  try {
    for (const pattern of expanded(glob)) picomatch(pattern, { ...options, strictBrackets: true });
    return undefined;
  } catch {
    return 'has a bracket without its partner';
  }
}

function expanded(glob: string): string[] {
  const isFolder = /\/$/.test(glob);
  const named = glob.replace(/\/+$/, '');
  const path = named.replace(/^(?:\.?\/)+/, '');
  if (path === '' || path === '.') return ['**'];
  const pattern = named.includes('/') ? path : `**/${path}`;
  return isFolder ? [`${pattern}/**/*`] : [pattern, `${pattern}/**`];
}
