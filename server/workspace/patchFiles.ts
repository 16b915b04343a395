import type { ReadableFiles } from './files';
import { comparable, isRepository } from './governingConfiguration';
import { readKustomization } from './objects/kustomization';
import { resolved } from './objects/layout';
import { folderOf } from './paths';

/** Tells the files that a kustomization patches others with, and remembers what it has read. */
export interface PatchFiles {
  /**
   * True for a file that a kustomization lists among its patches: kustomize takes none from outside of the kustomization's
   * folder, so that those of the folders above a file are all that matter.
   *
   * @param root the folder above which nobody looks, such as a workspace folder
   */
  readonly isPatch: (path: string, root: string | undefined) => Promise<boolean>;
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The patches of the kustomizations in some files. Paths are absolute, with `/` between folders. */
export function patchFiles(files: ReadableFiles): PatchFiles {
  const known = new Map<string, Promise<ReadonlySet<string>>>();

  const patchesOf = (folder: string, root: string | undefined): Promise<ReadonlySet<string>> => {
    const key = `${folder}\n${root ?? ''}`;
    const found = known.get(key) ?? findPatches(folder, root);
    known.set(key, found);
    return found;
  };

  const findPatches = async (folder: string, root: string | undefined): Promise<ReadonlySet<string>> => {
    const own = await ownPatches(folder, files);
    const parent = folderOf(folder);
    const isRoot = root !== undefined && comparable(folder) === comparable(root);
    const isTop = isRoot || parent === folder || parent === '' || (await isRepository(folder, files));
    const above = isTop ? nobody : await patchesOf(parent, root);
    return own.length === 0 ? above : new Set([...own, ...above]);
  };

  return { isPatch: async (path, root) => (await patchesOf(folderOf(path), root)).has(path) };
}

const nobody: ReadonlySet<string> = new Set();

async function ownPatches(folder: string, files: ReadableFiles): Promise<readonly string[]> {
  for (const name of names) {
    const text = await readable(`${folder}/${name}`, files);
    if (text === undefined) continue;
    const { patches, resources } = readKustomization(text);
    return patches.filter((patch) => !resources.includes(patch)).map((patch) => resolved(folder, patch));
  }
  return [];
}

/** One that can't be read says nothing of other files. */
function readable(path: string, files: ReadableFiles): Promise<string | undefined> {
  return files.readText(path).catch(() => undefined);
}
