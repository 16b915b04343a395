import { isKustomization } from '../../documents/kindOf';
import type { Kustomization } from '../../documents/kustomization/read/kustomization';
import { folderOf, joined } from '../uris';
import type { Standing } from './indexedFile';

/** How the files of a workspace folder become objects: which are rendered first, and by what. */
export interface Layout {
  readonly standingOf: (path: string) => Standing;
  /** True where something that nobody sees installs objects beside those of a file. */
  readonly isInPart: (path: string) => boolean;
}

const none: readonly Kustomization[] = [];

/**
 * The layout of some files.
 *
 * @param charts the folders of Helm charts
 * @param kustomizations by their folders
 */
export function layoutOf(charts: Iterable<string>, kustomizations: ReadonlyMap<string, Kustomization>): Layout {
  const rendered = new Set(Array.from(charts, (chart) => [`${chart}/templates`, `${chart}/charts`]).flat());
  const knownFolders = new Map<string, boolean>();
  const holders = new Map<string, string[]>();
  const patches = new Set<string>();
  for (const [folder, { resources, patches: own }] of kustomizations) {
    for (const resource of resources) {
      const path = joined(folder, resource);
      holders.set(path, [...(holders.get(path) ?? []), folder]);
    }
    for (const patch of own) patches.add(joined(folder, patch));
  }

  /** True for a folder of templates, and for all that are in one. */
  const isRendered = (folder: string): boolean => {
    let known = knownFolders.get(folder);
    if (known === undefined) {
      const above = folderOf(folder);
      known = rendered.has(folder) || (above !== folder && above !== '' && isRendered(above));
      knownFolders.set(folder, known);
    }
    return known;
  };

  /** The kustomizations that take a file in, directly or by taking in another one. */
  const above = (path: string): readonly Kustomization[] => {
    if (!holders.has(path) && !isKustomization(path)) return none;
    // What a kustomization generates it treats like the files it takes in.
    const found = new Set(
      kustomizations.has(folderOf(path)) && isKustomization(path) ? [folderOf(path)] : holders.get(path),
    );
    for (const folder of found) for (const holder of holders.get(folder) ?? []) found.add(holder);
    return [...found].flatMap((folder) => kustomizations.get(folder) ?? []);
  };

  return {
    standingOf(path) {
      if (rendered.size > 0 && isRendered(folderOf(path))) return 'template';
      if (patches.has(path) && !holders.has(path)) return 'patch';
      const holding = above(path);
      if (holding.some(({ renames }) => renames)) return 'renamed';
      return holding.some(({ moves }) => moves) ? 'moved' : 'plain';
    },
    isInPart: (path) => above(path).some(({ isOpen }) => isOpen),
  };
}
