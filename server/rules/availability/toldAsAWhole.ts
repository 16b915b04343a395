import { readOnce } from '../../readOnce';
import type { Neighbours } from '../rule';

/**
 * True where an object that isn't in reach isn't anywhere: one sees the whole workspace, or a file that holds an
 * application with all its objects rather than one object each.
 */
export function isToldAsAWhole({ objects, reach }: Neighbours): boolean {
  return reach === 'workspace' || kindsAmong(objects).size > 1;
}

const kindsAmong = readOnce((objects: Neighbours['objects']) => new Set(objects.map(({ kind }) => kind)));
