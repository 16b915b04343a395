import { isTrue } from '../evaluation/truth';
import type { Table, Value } from '../values/value';

/**
 * Merges a table into another as dario.cat/mergo does, key by key: what is empty counts as missing, unless `overwrites`.
 * Tables that are taken over are shared, not copied, and so are their origins.
 */
export function merged(into: Table, from: Table, overwrites: boolean): void {
  for (const [key, value] of [...from.entries]) {
    const before = into.entries.get(key);
    const source = from.keys.get(key);
    if (value.kind === 'nil') {
      if (overwrites) take(into, key, value, source);
      continue;
    }
    if (value.kind === 'map' && before?.kind === 'map') {
      merged(before, value, overwrites);
      if (isTrue(before)) continue;
    }
    if (value.kind === 'list' && before && isTrue(before)) {
      if (overwrites) take(into, key, value, source);
      continue;
    }
    if (overwrites || before === undefined || !isTrue(before)) take(into, key, value, source);
  }
}

function take(into: Table, key: string, value: Value, source: Value['source']): void {
  into.entries.set(key, value);
  if (source) into.keys.set(key, source);
}
