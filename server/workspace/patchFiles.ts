import { readKustomization } from '../documents/kustomization/read/kustomization';
import type { ReadableFiles } from './files';
import { isRepository } from './governingConfiguration';
import { folderOf, joined } from './uris';

/** Tells the files that a kustomization patches others with; kustomizations that were read are remembered. */
export interface PatchFiles {
  /**
   * True for a file that a kustomization lists among its patches: kustomize takes none from outside of the kustomization's
   * folder, so that those of the folders above a file are all that matter.
   *
   * @param root the folder above which nobody looks, such as a workspace folder
   */
  readonly isPatch: (uri: string, root: string | undefined) => Promise<boolean>;
  /** True for a file beside or below a kustomization that may add keys to ConfigMaps and Secrets. */
  readonly mayGainKeys: (uri: string, root: string | undefined) => Promise<boolean>;
  /** Reads the kustomization of a folder anew; true if its patches and keys for other files have changed. */
  readonly renew: (folder: string) => Promise<boolean>;
}

/** The effect of the kustomizations of a folder and of the folders above it on other files. */
interface Laying {
  readonly patches: ReadonlySet<string>;
  readonly addsKeys: boolean;
}

const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What the kustomizations among some files do. */
export function patchFiles(files: ReadableFiles): PatchFiles {
  const known = new Map<string, Promise<Laying>>();
  const own = new Map<string, Promise<Laying | undefined>>();

  const layingOver = (folder: string, root: string | undefined): Promise<Laying> => {
    const key = `${folder}\n${root ?? ''}`;
    const found = known.get(key) ?? findLaying(folder, root);
    known.set(key, found);
    return found;
  };

  const findLaying = async (folder: string, root: string | undefined): Promise<Laying> => {
    const reading = own.get(folder) ?? ownLaying(folder, files);
    own.set(folder, reading);
    const laying = await reading;
    const parent = folderOf(folder);
    const isTop = folder === root || parent === folder || (await isRepository(folder, files));
    const above = isTop ? nothing : await layingOver(parent, root);
    if (!laying) return above;
    return {
      patches: new Set([...laying.patches, ...above.patches]),
      addsKeys: laying.addsKeys || above.addsKeys,
    };
  };

  return {
    isPatch: async (uri, root) => (await layingOver(folderOf(uri), root)).patches.has(uri),
    mayGainKeys: async (uri, root) => (await layingOver(folderOf(uri), root)).addsKeys,
    async renew(folder) {
      const before = await own.get(folder);
      const reading = ownLaying(folder, files);
      own.set(folder, reading);
      if (doesSame(before ?? nothing, (await reading) ?? nothing)) return false;
      known.clear();
      return true;
    },
  };
}

const nothing: Laying = { patches: new Set(), addsKeys: false };

function doesSame(one: Laying, other: Laying): boolean {
  return (
    one.addsKeys === other.addsKeys &&
    one.patches.size === other.patches.size &&
    [...one.patches].every((patch) => other.patches.has(patch))
  );
}

async function ownLaying(folder: string, files: ReadableFiles): Promise<Laying | undefined> {
  for (const name of names) {
    const read = await files.text(joined(folder, name));
    // A kustomization that can't be read says nothing of other files.
    if (read.state !== 'text') continue;
    const { patches, resources, addsKeys } = readKustomization(read.text);
    const own = patches.filter((patch) => !resources.includes(patch)).map((patch) => joined(folder, patch));
    return { patches: new Set(own), addsKeys };
  }
  return undefined;
}
