import type { Table, Value } from './value';

/** The table that keys joined by dots lead to, if it is one. */
export function tableAtPath(values: Table, path: string): Table | undefined {
  let at = values;
  for (const key of path.split('.')) {
    const next = at.entries.get(key);
    if (next?.kind !== 'map') return undefined;
    at = next;
  }
  return at;
}

/** The value that keys joined by dots lead to, if it is there and no table. */
export function scalarAtPath(values: Table, path: string): Value | undefined {
  const dot = path.lastIndexOf('.');
  const holder = dot < 0 ? values : tableAtPath(values, path.slice(0, dot));
  const value = holder?.entries.get(path.slice(dot + 1));
  return value?.kind === 'map' ? undefined : value;
}
