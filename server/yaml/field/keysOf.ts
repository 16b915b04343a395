import { isMap, isScalar, isSeq } from 'yaml';
import { readOnce } from '../../readOnce';
import type { Tree } from '../read/tree';

/** Every key that a document writes, at whatever depth. */
export const keysOf = readOnce(({ root }: Tree): ReadonlySet<string> => {
  const keys = new Set<string>();
  gather(root, keys);
  return keys;
});

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
