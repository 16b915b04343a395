import type { Table, Value } from '../values/value';

/** A copy that shares no table with the value; where everything comes from stays known. */
export function deepCopy(value: Value): Value {
  if (value.kind === 'list') return { ...value, items: value.items.map(deepCopy) };
  return value.kind === 'map' ? copiedTable(value) : value;
}

/** A copy of a table. */
export function copiedTable(value: Table): Table {
  const entries = new Map<string, Value>();
  for (const [key, item] of value.entries) entries.set(key, deepCopy(item));
  return { ...value, entries, keys: new Map(value.keys) };
}

/** `reflect.DeepEqual`: types count. */
export function deepEqual(one: Value, other: Value): boolean {
  switch (one.kind) {
    case 'nil':
      return other.kind === 'nil';
    case 'bool':
      return other.kind === 'bool' && one.value === other.value;
    case 'int':
      return other.kind === 'int' && one.type === other.type && one.value === other.value;
    case 'float':
      return other.kind === 'float' && one.value === other.value;
    case 'string':
      return other.kind === 'string' && one.text === other.text;
    case 'list':
      return (
        other.kind === 'list' &&
        one.type === other.type &&
        one.items.length === other.items.length &&
        one.items.every((item, index) => {
          const against = other.items[index];
          return against !== undefined && deepEqual(item, against);
        })
      );
    case 'map':
      return other.kind === 'map' && one.type === other.type && hasEqualEntries(one, other);
    case 'struct':
      return one === other || (other.kind === 'struct' && one.inner !== undefined && one.inner === other.inner);
  }
}

function hasEqualEntries(one: Table, other: Table): boolean {
  if (one === other) return true;
  if (one.entries.size !== other.entries.size) return false;
  for (const [key, value] of one.entries) {
    const against = other.entries.get(key);
    if (against === undefined || !deepEqual(value, against)) return false;
  }
  return true;
}
