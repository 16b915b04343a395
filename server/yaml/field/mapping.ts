import { isAlias, isMap, isScalar, isSeq, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { placeholder } from '../parsing/placeholder';
import { isMergeScalar } from '../parsing/readScalar';
import type { Tree } from '../read/tree';

/** What stands behind a key of a mapping. */
export interface Entry {
  readonly pair: Pair;
  readonly key: Scalar;
  /** True where a merge key brings it in. */
  readonly isShared: boolean;
}

/**
 * What a mapping holds, by its known keys. Of two entries the later one counts, whether the mapping writes it or a merge
 * key brings it in: that is how kubectl reads.
 */
export function entriesOf(tree: Tree, map: YAMLMap): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of map.items) {
    const { key, value } = pair;
    if (!isScalar(key)) continue;
    if (isMergeScalar(key)) {
      for (const merged of mergedMaps(tree, value)) {
        for (const [name, entry] of entriesOf(tree, merged)) entries.set(name, { ...entry, isShared: true });
      }
      continue;
    }
    const name = String(key.value);
    if (name.includes(placeholder)) continue;
    // Branches of a template may write a key twice: what is known can be judged, and of that the last one counts.
    const before = entries.get(name);
    if (!before || !isUnknownScalar(value) || isUnknownScalar(before.pair.value)) {
      entries.set(name, { pair, key, isShared: false });
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
    return isMergeScalar(pair.key) && isAlias(pair.value) && !tree.aliasTargets.has(pair.value);
  });
}

/** True for a value that a template or a variable fills in. */
export function isUnknownScalar(node: unknown): boolean {
  if (!isScalar(node)) return false;
  const source = String(node.value);
  return source.includes(placeholder) || source.includes('${');
}

/** The mappings that the value of a merge key stands for, the ones that win last. */
function mergedMaps(tree: Tree, value: unknown): YAMLMap[] {
  const sources = isSeq(value) ? value.items.toReversed() : [value];
  return sources.flatMap((source) => {
    const target = isAlias(source) ? tree.aliasTargets.get(source) : source;
    return isMap(target) ? [target] : [];
  });
}
