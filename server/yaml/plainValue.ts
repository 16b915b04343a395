import { isMap, isScalar, isSeq } from 'yaml';
import type { PlainValue } from './edits';
import { type Field, items, mayHaveMore, members, scalarOf } from './field';

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
    const values = items(field).map(plainValueOf);
    const known = values.filter((value) => value !== undefined);
    return known.length === values.length ? known : undefined;
  }
  if (!isMap(node)) return undefined;
  const entries = members(field).map(({ name, value }) => [name, plainValueOf(value)] as const);
  const known = entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  return known.length === entries.length ? Object.fromEntries(known) : undefined;
}
