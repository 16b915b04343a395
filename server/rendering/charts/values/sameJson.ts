import type { Value } from './value';

/** True for values that are the same JSON: numbers by what they are worth. */
export function sameJson(one: Value, other: Value): boolean {
  if ((one.kind === 'float' || one.kind === 'int') && (other.kind === 'float' || other.kind === 'int')) {
    return Number(one.value) === Number(other.value);
  }
  if (one.kind === 'nil') return other.kind === 'nil';
  if (one.kind === 'bool') return other.kind === 'bool' && one.value === other.value;
  if (one.kind === 'string') return other.kind === 'string' && one.text === other.text;
  if (one.kind === 'list') {
    if (other.kind !== 'list' || one.items.length !== other.items.length) return false;
    return one.items.every((item, index) => sameJson(item, other.items[index] ?? item));
  }
  if (one.kind !== 'map' || other.kind !== 'map' || one.entries.size !== other.entries.size) return false;
  for (const [key, value] of one.entries) {
    const against = other.entries.get(key);
    if (against === undefined || !sameJson(value, against)) return false;
  }
  return true;
}
