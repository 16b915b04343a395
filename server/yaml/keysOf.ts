import { isMap, isScalar, isSeq } from 'yaml';
import type { Tree } from './tree';

const known = new WeakMap<Tree, ReadonlySet<string>>();

/** Every key that a document writes, at whatever depth. */
export function keysOf(tree: Tree): ReadonlySet<string> {
  let keys = known.get(tree);
  if (!keys) {
    const found = new Set<string>();
    gather(tree.root, found);
    keys = found;
    known.set(tree, keys);
  }
  return keys;
}

function gather(node: unknown, keys: Set<string>): void {
  if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key)) keys.add(String(key.value));
      gather(value, keys);
    }
  } else if (isSeq(node)) {
    for (const item of node.items) gather(item, keys);
  }
}
