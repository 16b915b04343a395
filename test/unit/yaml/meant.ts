import { filledIn, isBlank } from '../../../server/yaml/parsing/blank';
import type { Edit, PlainValue } from '../../../server/yaml/write/edits';
import type { Value } from './generatedDocuments';

type Keys = readonly (string | number)[];

/**
 * What edits make of a value, by the words of their documentation and not by the way it is done. Indexes are those of
 * the value before any edit; what several edits append to one list comes in their order, the same value once.
 */
export function meant(value: Value, edits: readonly Edit[]): Value {
  const copy = structuredClone(value);
  const appended = new Map<string, string[]>();
  const removed: Keys[] = [];
  for (const edit of edits) {
    if (edit.kind === 'remove') removed.push(edit.path);
    if (edit.kind !== 'set') continue;
    const parent = parentAt(copy, edit.path);
    const key = edit.path.at(-1) ?? '';
    const written = plain(edit.value);
    const original = at(value, edit.path.slice(0, -1));
    const isAppended = typeof key === 'number' && key >= (Array.isArray(original) ? original.length : 0);
    if (Array.isArray(parent) && isAppended) {
      const list = edit.path.slice(0, -1).join('\n');
      const known = appended.get(list) ?? [];
      if (known.includes(JSON.stringify(written))) continue;
      appended.set(list, [...known, JSON.stringify(written)]);
      parent.push(written);
    } else {
      put(parent, key, written);
    }
  }
  const unique = [...new Map(removed.map((path) => [path.join('\n'), path])).values()];
  for (const path of unique.sort(laterFirst)) take(copy, path);
  return copy;
}

/** What stands at a path. */
function at(value: Value, path: Keys): Value | undefined {
  return path.reduce<Value | undefined>((found, key) => child(found, key), value);
}

/** A value as JSON has it, its blanks filled in. */
export function plain(value: PlainValue): Value {
  return JSON.parse(JSON.stringify(value, (_, member: unknown) => (isBlank(member) ? filledIn(member) : member)));
}

function parentAt(value: Value, path: Keys): Value | undefined {
  let parent: Value | undefined = value;
  for (const [depth, key] of path.slice(0, -1).entries()) {
    const next = child(parent, key);
    if (next === undefined || next === null) put(parent, key, typeof path[depth + 1] === 'number' ? [] : {});
    parent = child(parent, key);
  }
  return parent;
}

function take(value: Value, path: Keys): void {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const parent = at(value, path.slice(0, depth));
    const key = path[depth] ?? '';
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else if (parent !== null && typeof parent === 'object') delete parent[key];
    if (parent === undefined || parent === null || Object.keys(parent).length > 0) return;
  }
}

function laterFirst(a: Keys, b: Keys): number {
  for (let depth = 0; depth < Math.min(a.length, b.length); depth++) {
    const [left, right] = [a[depth], b[depth]];
    if (left === right) continue;
    return typeof left === 'number' && typeof right === 'number' ? right - left : String(left) < String(right) ? -1 : 1;
  }
  return b.length - a.length;
}

function child(parent: Value | undefined, key: string | number): Value | undefined {
  if (parent === null || typeof parent !== 'object') return undefined;
  return Array.isArray(parent) ? parent[Number(key)] : parent[key];
}

function put(parent: Value | undefined, key: string | number, value: Value): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else if (parent !== null && typeof parent === 'object') parent[key] = value;
}
