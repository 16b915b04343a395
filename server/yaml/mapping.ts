import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { placeholder } from './templates';
import type { Tree } from './tree';

/** What stands behind a key of a mapping. */
export interface Entry {
  readonly pair: Pair;
  readonly key: Scalar;
  /** True where a merge key brings it in. */
  readonly isShared: boolean;
}

/**
 * What a mapping holds, by its known keys: its own entries in the order of the text, then those of merge keys that it
 * doesn't overrule.
 */
export function entriesOf(tree: Tree, map: YAMLMap): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let merges = false;
  for (const pair of map.items) {
    const { key, value } = pair;
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (name === '<<') merges ||= isMergeKey(pair);
    if (name === '<<' || name.includes(placeholder)) continue;
    // Branches of a template may write a key twice: what is known can be judged, and of that the last one counts.
    const before = entries.get(name);
    if (!before || !isUnknownScalar(value) || isUnknownScalar(before.pair.value)) {
      entries.set(name, { pair, key, isShared: false });
    }
  }
  if (!merges) return entries;
  for (const merged of mergedMaps(tree, map)) {
    for (const [name, { pair, key }] of entriesOf(tree, merged)) {
      if (!entries.has(name)) entries.set(name, { pair, key, isShared: true });
    }
  }
  return entries;
}

/** True for a mapping that a template adds to, or that merges what nobody can see. */
export function mayHoldMore(tree: Tree, map: YAMLMap): boolean {
  if (tree.open.has(map)) return true;
  return map.items.some((pair) => {
    if (!isScalar(pair.key)) return false;
    if (String(pair.key.value).includes(placeholder)) return true;
    return isMergeKey(pair) && isAlias(pair.value) && !tree.aliasTargets.has(pair.value);
  });
}

/** True for a value that a template or a variable fills in. */
export function isUnknownScalar(node: unknown): boolean {
  if (!isScalar(node)) return false;
  const source = String(node.value);
  return source.includes(placeholder) || source.includes('${');
}

/** The mappings that a mapping's merge keys add to it, the ones that win first. */
function mergedMaps(tree: Tree, map: YAMLMap): YAMLMap[] {
  return map.items.filter(isMergeKey).flatMap(({ value }) => {
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const target = isAlias(source) ? tree.aliasTargets.get(source) : source;
      return isMap(target) ? [target] : [];
    });
  });
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';
}
