import { isMap, isScalar, isSeq } from 'yaml';
import { type Field, items, mayHaveMore, members, scalarOf } from '../field/field';
import type { PlainValue } from './edits';

/** What a field means, merge keys and aliases included; undefined if a template or a variable decides any of it. */
export function plainValueOf(field: Field): PlainValue | undefined {
  const { node, state } = field;
  if (state === 'absent') return null;
  if (state === 'unknown' || mayHaveMore(field)) return undefined;
  if (isScalar(node)) {
    const scalar = scalarOf(field);
    return scalar === undefined || scalar.type === 'null' ? null : scalar.value;
  }
  if (isSeq(node)) {
    const values: PlainValue[] = [];
    for (const item of items(field)) {
      const value = plainValueOf(item);
      if (value === undefined) return undefined;
      values.push(value);
    }
    return values;
  }
  if (!isMap(node)) return undefined;
  const entries: [string, PlainValue][] = [];
  for (const { name, value: written } of members(field)) {
    const value = plainValueOf(written);
    if (value === undefined) return undefined;
    entries.push([name, value]);
  }
  return Object.fromEntries(entries);
}
