import type { Call, GoFunction, Parameter } from '../evaluation/run';
import { Fault, nilPointer } from '../go/fault';
import type { Float, Int, List, Table, Text, Value } from '../values/value';

/** The functions of one family, by name. */
export type Family = Readonly<Record<string, GoFunction>>;

const known: readonly Parameter[] = ['any', 'value', 'string', 'int', 'int64', 'float64', 'bool', 'map', 'time'];

/**
 * A function of Go.
 *
 * @param signature the types of its parameters, with `...` behind the last one if it may be given any number of times
 */
export function define(signature: string, call: (values: readonly Value[], call: Call) => Value): GoFunction {
  const names = signature === '' ? [] : signature.replace('...', '').split(', ');
  const parameters = names.map((name): Parameter => known.find((type) => type === name) ?? 'list of any');
  return { parameters, isVariadic: signature.endsWith('...'), call };
}

/** A string argument: Go's types have made sure of it. */
export function textAt(values: readonly Value[], index: number): Text {
  const value = values[index];
  if (value?.kind === 'string') return value;
  throw new Fault(`argument ${index} is no string`);
}

/** An integer argument. */
export function intAt(values: readonly Value[], index: number): Int {
  const value = values[index];
  if (value?.kind === 'int') return value;
  throw new Fault(`argument ${index} is no integer`);
}

/** An integer argument as a number of JavaScript's. */
export function numberAt(values: readonly Value[], index: number): number {
  return Number(intAt(values, index).value);
}

/** A float argument. */
export function floatAt(values: readonly Value[], index: number): Float {
  const value = values[index];
  if (value?.kind === 'float') return value;
  throw new Fault(`argument ${index} is no float`);
}

/** A table argument; Go's nil map is nothing. */
export function tableAt(values: readonly Value[], index: number): Table | undefined {
  const value = values[index];
  return value?.kind === 'map' ? value : undefined;
}

/** An argument of any type. */
export function anyAt(values: readonly Value[], index: number): Value {
  const value = values[index];
  if (value === undefined) throw new Fault(`runtime error: index out of range [${index}] with length ${values.length}`);
  return value;
}

/** A list argument of a function that takes anything and says what else it can't take. */
export function listAt(values: readonly Value[], index: number, refused: (kind: string) => string): List {
  const value = anyAt(values, index);
  if (value.kind === 'list') return value;
  if (value.kind === 'nil') throw nilPointer();
  throw new Fault(refused(kindOf(value)));
}

function kindOf(value: Value): string {
  if (value.kind === 'int') return value.type;
  return value.kind === 'float' ? 'float64' : value.kind;
}
