import type { Path } from './field';

/** A value to be written: what JSON can say. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** One change in terms of the tree. Indexes in paths are those of the tree before any edit. */
export type Edit =
  /** Writes a value, with the mappings that lead to it where they are missing. */
  | { readonly kind: 'set'; readonly path: Path; readonly value: PlainValue }
  /** Takes away a key or an item, and the collections that nothing is left in. */
  | { readonly kind: 'remove'; readonly path: Path };

/** Writes a value at a path. */
export function set(path: Path, value: PlainValue): Edit {
  return { kind: 'set', path, value };
}

/** Takes away what stands at a path. */
export function remove(path: Path): Edit {
  return { kind: 'remove', path };
}

/** What several edits do to one place and to the places below it. */
export type Change =
  | { readonly kind: 'set'; readonly value: PlainValue }
  | { readonly kind: 'remove' }
  | { readonly kind: 'within'; readonly children: Map<string | number, Change> };

/**
 * Several edits as one change of the whole document, so that two that need the same parent write it once.
 * Undefined if two of them want different things of one place.
 */
export function mergeEdits(edits: readonly Edit[]): Change | undefined {
  const root: Change = { kind: 'within', children: new Map() };
  for (const edit of edits) {
    const change: Change = edit.kind === 'set' ? { kind: 'set', value: edit.value } : { kind: 'remove' };
    if (!place(root.children, edit.path, change)) return undefined;
  }
  return root;
}

function place(children: Map<string | number, Change>, path: Path, change: Change): boolean {
  const [key, ...rest] = path;
  if (key === undefined) return false;
  const existing = children.get(key);
  if (rest.length === 0) {
    if (existing?.kind === 'set') return change.kind === 'set' && JSON.stringify(existing) === JSON.stringify(change);
    if (existing && change.kind === 'set') return false;
    children.set(key, change);
    return true;
  }
  // What is below a place that goes away needs no change of its own.
  if (existing?.kind === 'remove') return true;
  if (existing?.kind === 'set') return false;
  const within = existing ?? { kind: 'within', children: new Map() };
  children.set(key, within);
  return place(within.children, rest, change);
}

/** The value that a change amounts to where nothing stands yet; undefined if it only takes away. */
export function newValue(change: Change): PlainValue | undefined {
  if (change.kind === 'remove') return undefined;
  if (change.kind === 'set') return change.value;
  const entries = [...change.children].flatMap(([key, child]) => {
    const value = newValue(child);
    return value === undefined ? [] : [{ key, value }];
  });
  if (entries.length === 0) return undefined;
  if (entries.every(({ key }) => typeof key === 'number')) return entries.map(({ value }) => value);
  return Object.fromEntries(entries.map(({ key, value }) => [String(key), value]));
}
