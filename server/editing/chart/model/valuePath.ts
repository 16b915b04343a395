/** Keys that lead to a value, from `.Values` of the topmost chart on. */
export type ValuePath = readonly string[];

/** A step to any item of a list or any key of a table. */
export const each = '*';

/** A path as a key of maps. */
export function pathKey(path: ValuePath): string {
  return path.join('\0');
}

/** True for a path, and for all that leads through it. */
export function leadsThrough(path: ValuePath, above: ValuePath): boolean {
  return above.length <= path.length && above.every((step, index) => step === path[index]);
}

/** True for paths that may lead to the same value: a step to each item or key is any of them. */
export function mayMeet(one: ValuePath, other: ValuePath): boolean {
  return one.length === other.length && mayLeadThrough(one, other);
}

/** True for a path that may be another one, or lead through it. */
export function mayLeadThrough(path: ValuePath, above: ValuePath): boolean {
  if (above.length > path.length) return false;
  return above.every((step, index) => step === path[index] || step === each || path[index] === each);
}

/** A path as templates write it. */
export function shownPath(path: ValuePath): string {
  return path
    .map((step) => (step === each ? '[…]' : `.${step}`))
    .join('')
    .replace(/^\./, '');
}
