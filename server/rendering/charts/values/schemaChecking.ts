import type { SchemaError } from './schemaErrors';
import type { Draft, Schema } from './schemaModel';
import type { Path } from './schemaScalars';
import type { Table, Value } from './value';

/** A values table that is checked against a schema. */
export interface Checking {
  readonly root: Table;
  readonly draft: Draft;
  /** Checks a value against a schema within it. */
  readonly check: (schema: Schema, value: Value, path: Path) => Checked;
}

/** What a schema finds, and which keys and items it has looked at. */
export interface Checked {
  readonly errors: SchemaError[];
  readonly keys: Set<string>;
  readonly items: Set<number>;
}

/** A value at a place, and what has been found of it. */
export interface Found<Kind extends Value = Value> {
  readonly value: Kind;
  readonly path: Path;
  readonly found: Checked;
}

/** Nothing has been found yet. */
export function fresh(): Checked {
  return { errors: [], keys: new Set(), items: new Set() };
}

/** Adds what another schema found of the same value. */
export function include(into: Checked, from: Checked): void {
  into.errors.push(...from.errors);
  if (from.errors.length > 0) return;
  for (const key of from.keys) into.keys.add(key);
  for (const item of from.items) into.items.add(item);
}
