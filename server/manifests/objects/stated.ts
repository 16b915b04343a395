import { booleanOf, type Field, numberOf, stringOf } from '../../yaml/field/field';

/**
 * A value as a fact: undefined where nothing is written, null where nobody can know it, since a template fills it in or
 * something else than Kubernetes expects is written.
 */
export type Stated<Value> = Value | undefined | null;

/** A string as a fact. */
export function statedString(field: Field): Stated<string> {
  return stated(field, stringOf);
}

/** A number as a fact. */
export function statedNumber(field: Field): Stated<number> {
  return stated(field, numberOf);
}

/** A boolean as a fact. */
export function statedBoolean(field: Field): Stated<boolean> {
  return stated(field, booleanOf);
}

function stated<Value>(field: Field, read: (field: Field) => Value | undefined): Stated<Value> {
  return field.state === 'absent' ? undefined : (read(field) ?? null);
}
