import type { ValuesSet } from '../../rendering/charts/valuesSet';
import type { ReadableFiles } from '../files';
import { joined } from '../uris';

/** Files of a chart that are made to be given to it: those of environments, and those that its tests take. */
const offeredFile = /^(?:ci\/(?:.*[-.])?values\.ya?ml|values[-.][^/]+\.ya?ml|[^/]+[-.]values\.ya?ml)$/;

/**
 * What a chart can be tried with: each file of values that lies beside its own, released as these are.
 *
 * @param paths all that lies in its folder, from there with `/`
 */
export async function offeredSets(
  folder: string,
  paths: readonly string[],
  own: Pick<ValuesSet, 'release' | 'namespace'>,
  files: ReadableFiles,
): Promise<readonly ValuesSet[]> {
  const offered = paths.filter((path) => offeredFile.test(path)).sort();
  const { release, namespace } = own;
  const sets = offered.map(async (path): Promise<ValuesSet[]> => {
    const read = await files.text(joined(folder, path));
    return read.state === 'text'
      ? [{ name: path, release, namespace, values: [{ path, text: read.text }], set: [] }]
      : [];
  });
  return (await Promise.all(sets)).flat();
}
