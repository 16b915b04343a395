import type { ObjectFacts } from '../manifests/facts/objectFacts';
import { readOnce } from '../readOnce';

const joined = readOnce((_: readonly ObjectFacts[]) => new WeakMap<readonly ObjectFacts[], readonly ObjectFacts[]>());

/**
 * Some objects and others behind them: the same list whenever the same two are joined, since rules look things up in it by
 * what they have found there once.
 */
export function joinedObjects(objects: readonly ObjectFacts[], others: readonly ObjectFacts[]): readonly ObjectFacts[] {
  if (others.length === 0) return objects;
  const known = joined(objects);
  const found = known.get(others) ?? objects.concat(others);
  known.set(others, found);
  return found;
}
