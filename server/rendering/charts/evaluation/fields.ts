import { methodOf } from '../functions/methods';
import { typeName } from '../go/typeNames';
import type { Chain, Field, Term, Variable } from '../language/tree';
import { type Method, missing, text, type Value } from '../values/value';
import { evaluateArguments } from './arguments';
import { callMethod } from './calls';
import { fail } from './failure';
import type { State } from './run';

/** The value of fields behind a value; the last one may be a method with arguments. */
export function fieldChain(
  state: State,
  dot: Value,
  receiver: Value,
  node: Field | Chain | Variable,
  call: { readonly names: readonly string[]; readonly terms: readonly Term[]; readonly final: Value | undefined },
): Value {
  let value = receiver;
  let isHeld = false;
  const last = call.names.length - 1;
  for (const [index, name] of call.names.entries()) {
    const isLast = index === last;
    const before = value;
    value = field(state, dot, value, node, {
      name,
      terms: isLast ? call.terms : [],
      final: isLast ? call.final : undefined,
      isHeld,
    });
    isHeld = before.kind === 'map' || before.kind === 'list';
  }
  return value;
}

interface OneField {
  readonly name: string;
  readonly terms: readonly Term[];
  readonly final: Value | undefined;
  /** True for a field of what a table holds: its receiver lies in an interface. */
  readonly isHeld: boolean;
}

function field(state: State, dot: Value, receiver: Value, node: Field | Chain | Variable, one: OneField): Value {
  const { name, terms, final } = one;
  if (receiver.kind === 'nil') {
    if (!receiver.isHeld) return missing;
    return fail(state, `nil pointer evaluating interface {}.${name}`);
  }
  const method = methodOf(receiver, name);
  if (method) return callWith(state, dot, method, node, one);
  const hasArguments = terms.length > 0 || final !== undefined;
  if (receiver.kind === 'map') {
    if (hasArguments) fail(state, `${name} is not a method but has arguments`);
    return held(receiver.entries.get(name), receiver);
  }
  if (receiver.kind === 'struct') {
    const found = receiver.fields.get(name);
    if (found) {
      if (hasArguments) fail(state, `${name} has arguments but cannot be invoked as function`);
      return found;
    }
  }
  return fail(state, `can't evaluate field ${name} in type ${one.isHeld ? 'interface {}' : typeName(receiver)}`);
}

/** What a map or list holds: its nil is one that is there, and what isn't there has the place of what lacks it. */
export function held(value: Value | undefined, holder: Value): Value {
  if (value === undefined) {
    const { source } = holder;
    if (holder.kind === 'map' && holder.type === 'map[string]string') return text('', source);
    return { kind: 'nil', isHeld: true, source };
  }
  return value.kind === 'nil' && !value.isHeld ? { kind: 'nil', isHeld: true, source: value.source } : value;
}

function callWith(state: State, dot: Value, method: Method, node: Term, { name, terms, final }: OneField): Value {
  const given = evaluateArguments(state, dot, { name, parameters: method.parameters, isVariadic: false, terms, final });
  return callMethod(state, method, given, { node, name });
}
