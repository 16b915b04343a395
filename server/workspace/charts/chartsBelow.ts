import { matcherOf } from '../../configuration/globs';

/** The charts among some files, by their folders: empty for the folder that the paths start at. Charts within charts are left out. */
export function chartsAmong(paths: readonly string[]): string[] {
  const folders = new Set(
    paths.filter((path) => /(?:^|\/)Chart\.yaml$/.test(path)).map((path) => path.replace(/\/?Chart\.yaml$/, '')),
  );
  return [...folders].filter((folder) => {
    const holder = /^(?:(.*)\/)?charts\/[^/]+$/.exec(folder);
    return !holder || !folders.has(holder[1] ?? '');
  });
}

/** Tells the charts that a glob means, by their folders from where the glob starts. */
export function chartMatcher(glob: string): (folder: string) => boolean {
  const isMeant = matcherOf([glob]);
  return (folder) => isMeant(folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`);
}
