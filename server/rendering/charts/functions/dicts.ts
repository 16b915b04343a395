import { Fault } from '../go/fault';
import { typeName } from '../go/typeNames';
import { anyTable, bool, keySourceOf, list, sourceOf, type Table, table, text, type Value } from '../values/value';
import { toText } from './casts';
import { anyAt, define, type Family, tableAt, textAt } from './define';
import { merged } from './merging';
import { looking } from './weight';

/** Puts a value under a key, and remembers where the key is written. */
export function put(into: Table, key: string, value: Value, keySource: Value['source']): void {
  into.entries.set(key, value);
  if (keySource) into.keys.set(key, keySource);
  else into.keys.delete(key);
}

function copyEntry(from: Table, into: Table, key: string): void {
  const value = from.entries.get(key);
  if (value) put(into, key, value, from.keys.get(key));
}

/** The keys of a table in an order of its own: Go has none. */
function keysOf(of: Table | undefined): Value[] {
  if (!of) return [];
  return [...of.entries.keys()].map((key) => text(key, keySourceOf(of, key)));
}

/** Sprig's functions about tables. */
export const dicts: Family = {
  dict: define('any...', (values) => {
    const made = table(new Map(), anyTable, sourceOf(values.filter((_, index) => index % 2 === 0)));
    for (let index = 0; index < values.length; index += 2) {
      const key = toText(anyAt(values, index));
      put(made, key.text, values[index + 1] ?? text(''), key.source);
    }
    return made;
  }),
  get: define('map, string', (values) => {
    const [from, key] = [tableAt(values, 0), textAt(values, 1)];
    return from?.entries.get(key.text) ?? text('', from?.source);
  }),
  set: define('map, string, any', (values) => {
    const [into, key] = [tableAt(values, 0), textAt(values, 1)];
    if (!into) throw new Fault('assignment to entry in nil map');
    put(into, key.text, anyAt(values, 2), key.source);
    return into;
  }),
  unset: define('map, string', (values) => {
    const from = tableAt(values, 0);
    const key = textAt(values, 1).text;
    from?.entries.delete(key);
    from?.keys.delete(key);
    return anyAt(values, 0);
  }),
  hasKey: define('map, string', (values) => {
    const [from, key] = [tableAt(values, 0), textAt(values, 1).text];
    const found = from?.entries.get(key);
    return bool(found !== undefined, found?.source ?? from?.source);
  }),
  pluck: define('string, map...', (values) => {
    const key = textAt(values, 0).text;
    const found = values.slice(1).flatMap((value) => (value.kind === 'map' ? (value.entries.get(key) ?? []) : []));
    return list(found, undefined, sourceOf(found));
  }),
  keys: define('map...', (values) => {
    const all = values.flatMap((_, index) => keysOf(tableAt(values, index)));
    return list(all, '[]string', sourceOf(values));
  }),
  values: define('map', (values) =>
    list([...(tableAt(values, 0)?.entries.values() ?? [])], undefined, sourceOf(values)),
  ),
  pick: define('map, string...', (values) => {
    const from = tableAt(values, 0);
    const made = table(new Map(), anyTable, from?.source);
    for (let index = 1; index < values.length; index++) if (from) copyEntry(from, made, textAt(values, index).text);
    return made;
  }),
  omit: define('map, string...', (values) => {
    const from = tableAt(values, 0);
    const left = new Set(values.slice(1).map((_, index) => textAt(values, index + 1).text));
    const made = table(new Map(), anyTable, from?.source);
    if (from) for (const key of from.entries.keys()) if (!left.has(key)) copyEntry(from, made, key);
    return made;
  }),
  ...looking({
    merge: define('map, map...', (values) => mergedAll(values, false)),
    mustMerge: define('map, map...', (values) => mergedAll(values, false)),
    mergeOverwrite: define('map, map...', (values) => mergedAll(values, true)),
    mustMergeOverwrite: define('map, map...', (values) => mergedAll(values, true)),
  }),
  dig: define('any...', (values) => {
    if (values.length < 3) throw new Fault('dig needs at least three arguments');
    const names = values.slice(0, -2).map((value) => {
      if (value.kind === 'string') return value.text;
      throw wrongInterface(value, 'string');
    });
    const [otherwise, start] = [anyAt(values, values.length - 2), anyAt(values, values.length - 1)];
    let at: Value = start;
    for (const name of names) {
      if (at.kind !== 'map' || at.type !== anyTable) throw wrongInterface(at, anyTable);
      const next = at.entries.get(name);
      if (next === undefined) return otherwise;
      at = next;
    }
    return at;
  }),
};

function mergedAll(values: readonly Value[], overwrites: boolean): Value {
  const into = tableAt(values, 0) ?? table();
  for (let index = 1; index < values.length; index++) {
    const from = tableAt(values, index);
    if (from) merged(into, from, overwrites);
  }
  return into;
}

function wrongInterface(value: Value, wanted: string): Fault {
  const given = value.kind === 'nil' ? 'nil' : typeName(value);
  return new Fault(`interface conversion: interface {} is ${given}, not ${wanted}`);
}
