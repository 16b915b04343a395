/** An object that somebody else has written: nothing is known of what it holds. */
export type UnknownObject = Readonly<Partial<Record<string, unknown>>>;

/** True for an object of JSON: neither a list nor null. */
export function isObject(value: unknown): value is UnknownObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands at a path below a value; undefined where nothing does. */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}
