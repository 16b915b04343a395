import { typeName } from '../go/typeNames';
import type { Term } from '../language/tree';
import { float, int, missing, text, type Value } from '../values/value';
import { constant, literalSource } from './constants';
import { fail } from './failure';
import type { State } from './run';

/** Go's names of the parameters' types. */
const typeNames: Readonly<Record<string, string>> = {
  any: 'interface {}',
  value: 'reflect.Value',
  map: 'map[string]interface {}',
  time: 'time.Time',
  'list of any': '[]interface {}',
};

/** A call as it is written. */
export interface Written {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly isVariadic: boolean;
  readonly terms: readonly Term[];
  /** What a pipe brings. */
  readonly final: Value | undefined;
}

/** The values that a function is given, checked as Go checks them. */
export function evaluateArguments(state: State, dot: Value, written: Written): Value[] {
  const { name, parameters, isVariadic, terms, final } = written;
  const count = terms.length + (final === undefined ? 0 : 1);
  const fixed = isVariadic ? parameters.length - 1 : parameters.length;
  if (isVariadic && count < fixed) {
    fail(state, `wrong number of args for ${name}: want at least ${fixed} got ${terms.length}`);
  }
  if (!isVariadic && count !== fixed) fail(state, `wrong number of args for ${name}: want ${fixed} got ${count}`);
  const values: Value[] = [];
  for (const term of terms) values.push(argument(state, dot, parameterAt(parameters, values.length), term));
  if (final !== undefined) values.push(validated(state, final, parameterAt(parameters, values.length)));
  return values;
}

function parameterAt(parameters: readonly string[], index: number): string {
  return parameters[Math.min(index, parameters.length - 1)] ?? 'any';
}

function canBeNil(parameter: string): boolean {
  return parameter === 'any' || parameter === 'value' || parameter === 'map' || parameter === 'list of any';
}

/** One argument. */
function argument(state: State, dot: Value, parameter: string, term: Term): Value {
  state.node = term;
  switch (term.kind) {
    case 'dot':
      return validated(state, dot, parameter);
    case 'nil':
      if (!canBeNil(parameter)) fail(state, `cannot assign nil to ${goType(parameter)}`);
      return missing;
    case 'field':
    case 'variable':
    case 'pipeline':
    case 'name':
    case 'chain':
      return validated(state, state.run.evaluateTerm(state, dot, term), parameter);
    default:
      return literal(state, parameter, term);
  }
}

function literal(state: State, parameter: string, term: Extract<Term, { kind: 'bool' | 'number' | 'string' }>): Value {
  const written = () => ('written' in term ? term.written : 'text' in term ? term.text : String(term.value));
  switch (parameter) {
    case 'any':
    case 'value':
      return constant(state, term);
    case 'bool':
      if (term.kind === 'bool') return constant(state, term);
      return fail(state, `expected bool; found ${written()}`);
    case 'string':
      if (term.kind === 'string') return text(term.text, literalSource(state, term));
      return fail(state, `expected string; found ${written()}`);
    case 'int':
    case 'int64':
      if (term.kind === 'number' && term.int !== undefined) {
        return int(term.int, parameter, literalSource(state, term));
      }
      return fail(state, `expected integer; found ${written()}`);
    case 'float64':
      if (term.kind === 'number' && term.float !== undefined) return float(term.float, literalSource(state, term));
      return fail(state, `expected float; found ${written()}`);
    default:
      return fail(state, `can't handle ${written()} for arg of type ${goType(parameter)}`);
  }
}

function validated(state: State, value: Value, parameter: string): Value {
  if (parameter === 'any' || parameter === 'value') return value;
  if (value.kind === 'nil') {
    if (value.isHeld) fail(state, `wrong type for value; expected ${goType(parameter)}; got interface {}`);
    if (canBeNil(parameter)) return value;
    return fail(state, `invalid value; expected ${goType(parameter)}`);
  }
  if (fits(value, parameter)) return value;
  return fail(state, `wrong type for value; expected ${goType(parameter)}; got ${typeName(value)}`);
}

function fits(value: Value, parameter: string): boolean {
  switch (parameter) {
    case 'string':
      return value.kind === 'string';
    case 'bool':
      return value.kind === 'bool';
    case 'float64':
      return value.kind === 'float';
    case 'int':
    case 'int64':
      return value.kind === 'int' && value.type === parameter;
    case 'map':
      return value.kind === 'map' && (value.type === 'map[string]interface {}' || value.type === 'common.Values');
    case 'time':
      return value.kind === 'struct' && value.type === 'time.Time';
    case 'list of any':
      return value.kind === 'list' && value.type === '[]interface {}';
    default:
      return true;
  }
}

function goType(parameter: string): string {
  return typeNames[parameter] ?? parameter;
}
