import { isMap, isScalar, isSeq, Pair, type Scalar, YAMLMap, YAMLSeq, type Node as YamlNode } from 'yaml';
import { readOnce } from '../../readOnce';
import { placeholder } from '../parsing/placeholder';
import { isMergeScalar } from '../parsing/readScalar';
import type { Tree } from './tree';

/** A key that its mapping holds more than once. */
export interface RepeatedKey {
  readonly key: Scalar;
  readonly first: Scalar;
}

/** What a document writes twice, of which kubectl keeps the last. */
export interface Repetitions {
  readonly keys: readonly RepeatedKey[];
  /** Keys at which another object begins: the line `---` above them is missing. */
  readonly objectStarts: readonly Scalar[];
}

/** What a document writes twice; merge keys and keys that a template writes are none of it. */
export const repetitionsIn = readOnce(({ root }: Tree): Repetitions => {
  const keys: RepeatedKey[] = [];
  const [first, ...others] = isMap(root) ? objectsWritten(root.items) : [];
  if (first && isMap(root)) {
    for (const pairs of [first, ...others]) gatherPairs(pairs, keys);
  } else {
    gather(root, keys);
  }
  return { keys, objectStarts: others.flatMap(([pair]) => (isScalar(pair?.key) ? [pair.key] : [])) };
});

/** More ways to read a document than these are not judged. */
const mostReadings = 8;

/**
 * A document in each way that it may be meant: as kubectl reads it, each object for itself where no `---` parts them,
 * and with what is written first in place of what is written last.
 */
export const readingsOf = readOnce((tree: Tree): readonly Tree[] => {
  const { keys, objectStarts } = repetitionsIn(tree);
  const { root } = tree;
  if (!root || keys.length + objectStarts.length === 0) return [tree];
  const readings = [tree];
  if (objectStarts.length > 0 && isMap(root)) {
    const objects = objectsWritten(root.items).slice(0, mostReadings);
    for (const pairs of objects) readings.push({ ...tree, root: mappingOf(root, pairs) });
  }
  const times = keys.length > 0 ? Math.min(mostReadings, mostRepeated(root)) : 1;
  for (let time = 0; time < times - 1; time++) readings.push({ ...tree, root: withOccurrence(root, time) });
  return readings;
});

/** The entries of a root, parted where a second object begins: where one of them comes again, and `apiVersion` and `kind` with it. */
function objectsWritten(pairs: readonly Pair[]): (readonly Pair[])[] {
  const objects: Pair[][] = [];
  let current: Pair[] = [];
  let names = new Set<string>();
  const last = new Map(pairs.map((pair, index) => [nameOf(pair), index]));
  const isWhole = (from: number) => (last.get('apiVersion') ?? -1) >= from && (last.get('kind') ?? -1) >= from;
  for (const [index, pair] of pairs.entries()) {
    const name = nameOf(pair);
    const hasObject = names.has('apiVersion') && names.has('kind');
    if (name !== undefined && names.has(name) && hasObject && isWhole(index)) {
      objects.push(current);
      current = [];
      names = new Set();
    }
    if (name !== undefined) names.add(name);
    current.push(pair);
  }
  return [...objects, current];
}

function gather(node: unknown, keys: RepeatedKey[]): void {
  if (isMap(node)) gatherPairs(node.items, keys);
  else if (isSeq(node)) for (const item of node.items) gather(item, keys);
}

function gatherPairs(pairs: readonly Pair[], keys: RepeatedKey[]): void {
  const known = new Map<string, Scalar>();
  for (const pair of pairs) {
    const name = nameOf(pair);
    if (name !== undefined && isScalar(pair.key)) {
      const first = known.get(name);
      if (first) keys.push({ key: pair.key, first });
      else known.set(name, pair.key);
    }
    if (!isScalar(pair.value)) gather(pair.value, keys);
  }
}

/** Undefined for what is no key of its own. */
function nameOf({ key }: Pair): string | undefined {
  if (!isScalar(key) || isMergeScalar(key)) return undefined;
  const name = String(key.value);
  return name.includes(placeholder) ? undefined : name;
}

function mostRepeated(node: unknown): number {
  if (isSeq(node)) return node.items.reduce((most: number, item) => Math.max(most, mostRepeated(item)), 1);
  if (!isMap(node)) return 1;
  const counts = [...occurrences(node.items).values()].map(({ length }) => length);
  return node.items.reduce((most, { value }) => Math.max(most, mostRepeated(value)), Math.max(1, ...counts));
}

function occurrences(pairs: readonly Pair[]): Map<string, Pair[]> {
  const found = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const name = nameOf(pair);
    if (name === undefined) continue;
    const known = found.get(name);
    if (known) known.push(pair);
    else found.set(name, [pair]);
  }
  return found;
}

/** A node in which one occurrence of each repeated key is left; the node itself where it repeats none. */
function withOccurrence(node: YamlNode, time: number): YamlNode {
  if (isSeq(node)) {
    const items = node.items.map((item) => (isMap(item) || isSeq(item) ? withOccurrence(item, time) : item));
    if (items.every((item, index) => item === node.items[index])) return node;
    const copy = new YAMLSeq();
    copy.items = items;
    return placedLike(copy, node);
  }
  if (!isMap(node)) return node;
  const kept = occurrences(node.items);
  const pairs = node.items
    .filter((pair) => {
      const all = kept.get(nameOf(pair) ?? '');
      return all === undefined || all[Math.min(time, all.length - 1)] === pair;
    })
    .map((pair) => {
      const { value } = pair;
      const within = isMap(value) || isSeq(value) ? withOccurrence(value, time) : value;
      return within === value ? pair : new Pair(pair.key, within);
    });
  return pairs.every((pair, index) => pair === node.items[index]) && pairs.length === node.items.length
    ? node
    : mappingOf(node, pairs);
}

function mappingOf(node: YAMLMap, pairs: readonly Pair[]): YAMLMap {
  const copy = new YAMLMap();
  copy.items = [...pairs];
  return placedLike(copy, node);
}

function placedLike<Copy extends YAMLMap | YAMLSeq>(copy: Copy, { range, flow, anchor }: YAMLMap | YAMLSeq): Copy {
  return Object.assign(copy, { range, flow, anchor });
}
