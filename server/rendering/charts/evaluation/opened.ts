import type { Command, Pipeline } from '../language/tree';
import type { Value } from '../values/value';
import { evaluateArguments } from './arguments';
import { failed } from './calls';
import { evaluatePipeline, finishPipeline, saidByCall } from './evaluate';
import type { GoFunction, State } from './run';
import type { Steps } from './steps';

/**
 * The value of a pipeline. Where it begins with a call that executes a template, that is handed out to be executed in its
 * place, so that calls of `include` don't lie within each other.
 */
export function* evaluated(state: State, dot: Value, pipeline: Pipeline): Steps<Value> {
  const [first] = pipeline.commands;
  const term = first?.terms[0];
  state.node = pipeline;
  if (first && term?.kind === 'pipeline' && first.terms.length === 1) {
    state.run.budget.take(1);
    const value = yield* evaluated(state, dot, term);
    return finishPipeline(state, dot, pipeline, { value, done: 1 });
  }
  if (!first || term?.kind !== 'name') return evaluatePipeline(state, dot, pipeline);
  const { opens, parameters } = state.run.functions.get(term.name) ?? {};
  if (!opens || !parameters) return evaluatePipeline(state, dot, pipeline);
  const value = yield* called(state, dot, first, { name: term.name, parameters, opens });
  return finishPipeline(state, dot, pipeline, { value, done: 1 });
}

interface Called extends Required<Pick<GoFunction, 'opens' | 'parameters'>> {
  readonly name: string;
}

function* called(state: State, dot: Value, command: Command, { name, parameters, opens }: Called): Steps<Value> {
  const { run, set } = state;
  const [term, ...terms] = command.terms;
  // A command, and a call.
  run.budget.take(2);
  state.node = term;
  const values = evaluateArguments(state, dot, { name, parameters, isVariadic: false, terms, final: undefined });
  try {
    const { finish, fault, ...wanted } = opens(values, { run, set });
    try {
      return saidByCall(state, command, finish(yield { ...wanted, calls: 0 }));
    } catch (error) {
      throw fault(error);
    }
  } catch (error) {
    return failed(state, error, { node: command, name });
  }
}
