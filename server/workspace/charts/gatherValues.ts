import type { SourceFile } from '../../rendering/charts/origins/source';
import type { UsedPath, UsedValues } from '../../rendering/uses/chartUse';
import { valueOfObject } from '../../rendering/uses/objectValues';
import { settable } from '../../rendering/uses/stated';
import { type PlacedText, placeAround } from '../../yaml/field/placedText';
import type { FileFacts } from '../judge/fileFacts';
import { folderOf, joined, relativeTo } from '../uris';
import { type ValuesReader, yamlFault } from './valuesReader';

/** Where values of a use are looked for. */
export interface Gathering {
  /** The chart's folder. */
  readonly folder: string;
  /** The file that tells of the use. */
  readonly uri: string;
  /** The root of the repository that the use speaks of. */
  readonly root: string | undefined;
  /** True for the address of the workspace's own repository. */
  readonly isOurs: (url: string | undefined) => boolean;
  readonly facts: readonly FileFacts[];
  readonly reader: ValuesReader;
}

/** The values of a use as texts; what counts over all of them is said as `--set` says it. */
export interface Gathered {
  readonly values: readonly SourceFile[];
  readonly set: readonly string[];
}

/** What a use's values hold; undefined if some of it can't be known. */
export async function gatherValues(used: readonly UsedValues[], gathering: Gathering): Promise<Gathered | undefined> {
  const values: SourceFile[] = [];
  const set: string[] = [];
  let isFirst = true;
  for (const one of used) {
    if (one.kind === 'file' && one.replacesOwn) {
      const isOwn = uriOf(one.path, gathering) === joined(gathering.folder, 'values.yaml');
      // The chart's own values can't be left out: they have to be the first of those in place of them.
      if (isFirst !== isOwn) return undefined;
      isFirst = false;
      if (isOwn) continue;
    }
    const found = await gather(one, gathering);
    if (!found) return undefined;
    values.push(...found.values);
    set.push(...found.set);
  }
  return { values, set };
}

async function gather(used: UsedValues, gathering: Gathering): Promise<Gathered | undefined> {
  switch (used.kind) {
    case 'file':
      return gatherFile(used.path, used.mayBeMissing, gathering);
    case 'text':
      return gatherText(used.text, gathering.uri, gathering);
    case 'single': {
      const { keys, value } = used;
      const found = 'pieces' in value ? { text: value, uri: gathering.uri } : await textOfFile(value, gathering);
      if (!found) return undefined;
      const place = found.text.pieces[0]?.start ?? 0;
      const path = relativeTo(gathering.folder, found.uri);
      return { values: [{ path, text: single(keys, found.text.text), placeInFile: () => place }], set: [] };
    }
    case 'object':
      return gatherObject(used, gathering);
  }
}

async function gatherFile(path: UsedPath, mayBeMissing: boolean, gathering: Gathering): Promise<Gathered | undefined> {
  const uri = uriOf(path, gathering);
  const found = uri === undefined ? undefined : await gathering.reader.file(uri);
  if (found && 'file' in found) return { values: [found.file], set: [] };
  return found?.isGone && mayBeMissing ? { values: [], set: [] } : undefined;
}

interface PlacedFile {
  readonly text: PlacedText;
  readonly uri: string;
}

async function textOfFile(path: UsedPath, gathering: Gathering): Promise<PlacedFile | undefined> {
  const uri = uriOf(path, gathering);
  const found = uri === undefined ? undefined : await gathering.reader.text(uri);
  return uri !== undefined && found && 'text' in found ? { text: { text: found.text, pieces: [] }, uri } : undefined;
}

function gatherText(text: PlacedText, uri: string, { folder }: Gathering): Gathered | undefined {
  const source = sourceOf(text, relativeTo(folder, uri));
  return yamlFault(source) === undefined ? { values: [source], set: [] } : undefined;
}

async function gatherObject(
  used: Extract<UsedValues, { kind: 'object' }>,
  gathering: Gathering,
): Promise<Gathered | undefined> {
  const holders = gathering.facts.filter(({ objects }) =>
    objects.some(
      ({ facts: { group, kind, name, namespace } }) =>
        group === '' && kind === used.object && name === used.name && mayBeIn(namespace, used.namespace),
    ),
  );
  const [holder, ...others] = holders;
  if (!holder || others.length > 0) return undefined;
  const read = await gathering.reader.text(holder.uri);
  const value = 'text' in read ? valueOfObject(holder.uri, read.text, used) : undefined;
  if (!value) return undefined;
  if (used.target !== undefined) {
    const text = 'pieces' in value ? value : (await textOfFile(value, { ...gathering, uri: holder.uri }))?.text;
    return text && { values: [], set: [`${used.target}=${settable(text.text)}`] };
  }
  return 'pieces' in value
    ? gatherText(value, holder.uri, gathering)
    : gatherFile(value, false, { ...gathering, uri: holder.uri });
}

function mayBeIn(namespace: string | null | undefined, wanted: string | undefined): boolean {
  return typeof namespace !== 'string' || wanted === undefined || namespace === wanted;
}

/** The file that a path means; undefined for one in another repository. */
function uriOf({ from, path, url }: UsedPath, { folder, uri, root, isOurs }: Gathering): string | undefined {
  if (from === 'file') return joined(folderOf(uri), path);
  if (from === 'chart') return joined(folder, path);
  return root !== undefined && isOurs(url) ? joined(root, path) : undefined;
}

const sources = new WeakMap<PlacedText, SourceFile>();

/** A text as a file of its own: the same object as long as nothing has changed, so that what was read of it is found. */
function sourceOf(placed: PlacedText, path: string): SourceFile {
  const known = sources.get(placed);
  if (known?.path === path) return known;
  const source = { path, text: placed.text, placeInFile: (offset: number) => placeAround(placed, offset) };
  sources.set(placed, source);
  return source;
}

/** A text below some keys, in JSON. */
function single(keys: readonly string[], text: string): string {
  return keys.reduceRight((below, key) => `{${JSON.stringify(key)}: ${below}}`, JSON.stringify(text));
}
