import type { Command, Field, Pipeline, Term } from '../language/tree';
import { writtenTerm } from '../language/written';
import { from, missing, type Value } from '../values/value';
import { evaluateArguments } from './arguments';
import { callFunction } from './calls';
import { constant, spotIn } from './constants';
import { fail } from './failure';
import { fieldChain } from './fields';
import type { State } from './run';
import { isTrue } from './truth';

/** The value of a pipeline, which its variables take. */
export function evaluatePipeline(state: State, dot: Value, pipeline: Pipeline): Value {
  state.node = pipeline;
  return finishPipeline(state, dot, pipeline, { value: undefined, done: 0 });
}

/** The value of a pipeline of which some commands have been evaluated. */
export function finishPipeline(
  state: State,
  dot: Value,
  pipeline: Pipeline,
  begun: { readonly value: Value | undefined; readonly done: number },
): Value {
  let { value } = begun;
  for (let index = begun.done; index < pipeline.commands.length; index++) {
    const command = pipeline.commands[index];
    if (command) value = evaluateCommand(state, dot, command, value);
    if (value?.kind === 'nil' && value.isHeld) value = { kind: 'nil', isHeld: false, source: value.source };
  }
  const result = value ?? missing;
  for (const { names } of pipeline.variables) {
    if (pipeline.isAssignment) setVariable(state, names[0], result);
    else state.variables.push({ name: names[0], value: result });
  }
  return result;
}

/** Gives a variable another value. */
export function setVariable(state: State, name: string, value: Value): void {
  for (let index = state.variables.length - 1; index >= 0; index--) {
    const variable = state.variables[index];
    if (variable?.name !== name) continue;
    variable.value = value;
    return;
  }
  fail(state, `undefined variable: ${name}`);
}

function variableNamed(state: State, name: string): Value {
  for (let index = state.variables.length - 1; index >= 0; index--) {
    const variable = state.variables[index];
    if (variable?.name === name) return variable.value;
  }
  return fail(state, `undefined variable: ${name}`);
}

function evaluateCommand(state: State, dot: Value, command: Command, final: Value | undefined): Value {
  state.run.budget.take(1);
  const [first, ...rest] = command.terms;
  switch (first.kind) {
    case 'field':
      state.node = first;
      return fieldChain(state, dot, dot, first, { names: first.names, terms: rest, final });
    case 'chain':
    case 'variable':
      return evaluateNamed(state, dot, first, { terms: rest, final });
    case 'name':
      return evaluateFunction(state, dot, { name: first, node: command, terms: rest, final });
    case 'pipeline':
      noArguments(state, command, final);
      return evaluatePipeline(state, dot, first);
  }
  state.node = first;
  noArguments(state, command, final);
  if (first.kind === 'dot') return dot;
  if (first.kind === 'nil') return fail(state, 'nil is not a command');
  return constant(state, first);
}

function noArguments(state: State, { terms }: Command, final: Value | undefined): void {
  if (terms.length > 1 || final !== undefined) {
    const [first] = terms;
    fail(state, `can't give argument to non-function ${writtenTerm(first)}`);
  }
}

function evaluateNamed(
  state: State,
  dot: Value,
  node: Extract<Term, { kind: 'chain' | 'variable' }>,
  { terms, final }: { readonly terms: readonly Term[]; readonly final: Value | undefined },
): Value {
  state.node = node;
  if (node.kind === 'chain') {
    if (node.of.kind === 'nil') fail(state, `indirection through explicit nil in ${writtenTerm(node)}`);
    const value = evaluateTerm(state, dot, node.of);
    return fieldChain(state, dot, value, node, { names: node.names, terms, final });
  }
  const [name, ...names] = node.names;
  const value = variableNamed(state, name);
  if (names.length > 0) return fieldChain(state, dot, value, node, { names, terms, final });
  if (terms.length > 0 || final !== undefined) fail(state, `can't give argument to non-function ${writtenTerm(node)}`);
  return value;
}

/** The value of a term that stands as an argument. */
export function evaluateTerm(state: State, dot: Value, term: Term): Value {
  switch (term.kind) {
    case 'dot':
      return dot;
    case 'nil':
      return missing;
    case 'field':
      return evaluateField(state, dot, term);
    case 'chain':
    case 'variable':
      return evaluateNamed(state, dot, term, { terms: [], final: undefined });
    case 'pipeline':
      return evaluatePipeline(state, dot, term);
    case 'name':
      return evaluateFunction(state, dot, { name: term, node: term, terms: [], final: undefined });
    default:
      return constant(state, term);
  }
}

function evaluateField(state: State, dot: Value, field: Field): Value {
  state.node = field;
  return fieldChain(state, dot, dot, field, { names: field.names, terms: [], final: undefined });
}

interface WrittenCall {
  readonly name: Extract<Term, { kind: 'name' }>;
  readonly node: Command | Term;
  readonly terms: readonly Term[];
  readonly final: Value | undefined;
}

function evaluateFunction(state: State, dot: Value, { name, node, terms, final }: WrittenCall): Value {
  state.node = name;
  const called = state.run.functions.get(name.name);
  if (!called) return fail(state, `"${name.name}" is not a defined function`);
  if (name.name === 'and' || name.name === 'or') return shortCircuit(state, dot, { name, node, terms, final });
  const { parameters, isVariadic } = called;
  const values = evaluateArguments(state, dot, { name: name.name, parameters, isVariadic, terms, final });
  return saidByCall(
    state,
    { start: name.start, end: node.end },
    callFunction(state, called, values, { node, name: name.name }),
  );
}

/** What is made of nothing is said by the call itself: an empty table, say. */
export function saidByCall<Kind extends Value>(
  { template }: State,
  call: { readonly start: number; readonly end: number },
  result: Kind,
): Kind {
  return result.source ? result : from(result, spotIn(template, call.start, call.end, -1));
}

function shortCircuit(state: State, dot: Value, { name, terms, final }: WrittenCall): Value {
  if (terms.length === 0 && final === undefined) {
    fail(state, `wrong number of args for ${name.name}: want at least 1 got 0`);
  }
  let value: Value = missing;
  for (const term of terms) {
    state.node = term;
    value = evaluateTerm(state, dot, term);
    if (isTrue(value) === (name.name === 'or')) return value;
  }
  return final ?? value;
}
