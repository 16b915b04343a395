/* Reading what an API server sent: of nothing is known what it holds until it was looked at. */

/** The value at a path, or undefined. */
export function field(object: unknown, ...path: readonly string[]): unknown {
  let value = object;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}

/** The text at a path, or undefined. */
export function textField(object: unknown, ...path: readonly string[]): string | undefined {
  const value = field(object, ...path);
  return typeof value === 'string' ? value : undefined;
}

/** The number at a path, or undefined. */
export function numberField(object: unknown, ...path: readonly string[]): number | undefined {
  const value = field(object, ...path);
  return typeof value === 'number' ? value : undefined;
}

/** The items of the list at a path; none where there is no list. */
export function items(object: unknown, ...path: readonly string[]): readonly unknown[] {
  const value = field(object, ...path);
  return Array.isArray(value) ? value : [];
}

/** The texts in the list at a path. */
export function texts(object: unknown, ...path: readonly string[]): string[] {
  return items(object, ...path).filter((item) => typeof item === 'string');
}

/** The name of an object. */
export function nameOf(object: unknown): string | undefined {
  return textField(object, 'metadata', 'name');
}
