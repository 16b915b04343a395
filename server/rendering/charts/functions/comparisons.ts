import { compareBytes } from '../go/bytes';
import { Fault } from '../go/fault';
import { formatVerb, plainFlags } from '../go/printValue';
import { typeName } from '../go/typeNames';
import { bool, sourceOf, type Value } from '../values/value';

/** A comparison's result, with where its operands come from. */
export function compared(values: readonly Value[], holds: (values: readonly Value[]) => boolean): Value {
  return bool(holds(values), sourceOf(values));
}

type Basic = 'bool' | 'int' | 'float' | 'string' | 'uint' | 'none';

function basicKind(value: Value): Basic {
  switch (value.kind) {
    case 'bool':
    case 'float':
    case 'string':
      return value.kind;
    case 'int':
      return value.type.startsWith('uint') ? 'uint' : 'int';
    default:
      return 'none';
  }
}

/** `eq`: the first against any of the others. */
export function equal([first, ...others]: readonly Value[]): boolean {
  if (first === undefined || others.length === 0) throw new Fault('missing argument for comparison');
  return others.some((other) => equalPair(first, other));
}

function equalPair(one: Value, other: Value): boolean {
  const [first, second] = [basicKind(one), basicKind(other)];
  if (one.kind === 'int' && other.kind === 'int') return one.value === other.value;
  if (first !== second) {
    if (one.kind === 'nil' || other.kind === 'nil') return false;
    throw incompatible(one, other);
  }
  if (one.kind === 'string' && other.kind === 'string') return one.text === other.text;
  if (one.kind === 'bool' && other.kind === 'bool') return one.value === other.value;
  if (one.kind === 'float' && other.kind === 'float') return one.value === other.value;
  if (one.kind === 'nil' || other.kind === 'nil') return isNil(one) && isNil(other);
  if (one.kind !== other.kind) {
    throw new Fault(`non-comparable types ${shown(one)}: ${typeName(one)}, ${typeName(other)}: ${shown(other)}`);
  }
  if (isNil(one) || isNil(other)) return isNil(one) === isNil(other);
  if (one.kind === 'struct') return one === other;
  throw new Fault(`non-comparable type ${shown(other)}: ${typeName(other)}`);
}

/** Go's nil maps and slices are nil too. */
function isNil(value: Value): boolean {
  return value.kind === 'nil' || ((value.kind === 'list' || value.kind === 'map') && value.isNull === true);
}

function shown(value: Value): string {
  return formatVerb(value, 's', plainFlags);
}

/** `lt`. */
export function lessThan([one, other]: readonly Value[]): boolean {
  if (!one || !other) throw new Fault('missing argument for comparison');
  const [first, second] = [basicKind(one), basicKind(other)];
  if (first === 'none' || second === 'none') throw new Fault('invalid type for comparison');
  if (one.kind === 'int' && other.kind === 'int') return one.value < other.value;
  if (first !== second) throw incompatible(one, other);
  if (one.kind === 'string' && other.kind === 'string') return compareBytes(one.text, other.text) < 0;
  if (one.kind === 'float' && other.kind === 'float') return one.value < other.value;
  throw new Fault('invalid type for comparison');
}

/** `le`. */
export function lessOrEqual(values: readonly Value[]): boolean {
  return lessThan(values) || equal(values);
}

function incompatible(one: Value, other: Value): Fault {
  return new Fault(`incompatible types for comparison: ${typeName(one)} and ${typeName(other)}`);
}
