import type { Table } from '../values/value';
import { compareBytes } from './bytes';

/** The keys of a table in the order of their bytes, as `range`, `%v` and JSON have them. */
export function sortedKeys({ entries }: Table): string[] {
  return [...entries.keys()].sort(compareBytes);
}
