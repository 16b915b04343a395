import type { SourceFile } from '../../rendering/charts/origins/source';
import type { ValuesSet } from '../../rendering/charts/valuesSet';
import type { ReadableFiles } from '../files';
import { joined, nameOf } from '../uris';

/** The file of a chart's own values. */
const ownValues = 'values.yaml';

/** Files of a chart that are made to be given to it: those of environments, and those that its tests take. */
const offeredFile = /^(?:ci\/(?:.*[-.])?values\.ya?ml|values[-.][^/]+\.ya?ml|[^/]+[-.]values\.ya?ml)$/;

/**
 * The values that a chart can be tried with: its own, and these with each file of values beside them.
 *
 * @param paths all that lies in its folder, from there with `/`
 */
export async function offeredSets(
  folder: string,
  paths: readonly string[],
  files: ReadableFiles,
): Promise<readonly ValuesSet[]> {
  const setOf = (name: string, values: readonly SourceFile[]): ValuesSet => {
    return { name, release: releaseNamedLike(nameOf(folder)), namespace: 'default', values, set: [] };
  };
  const offered = paths.filter((path) => offeredFile.test(path)).sort();
  const sets = offered.map(async (path) => {
    const read = await files.text(joined(folder, path));
    return read.state === 'text' ? [setOf(path, [{ path, text: read.text }])] : [];
  });
  return [setOf(ownValues, []), ...(await Promise.all(sets)).flat()];
}

/** A name that helm takes for a release. */
function releaseNamedLike(name: string): string {
  const legal = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
    .slice(0, 53)
    .replace(/^-+|-+$/g, '');
  return legal === '' ? 'release' : legal;
}
