import { Fault, Stopped } from '../go/fault';
import type { Command, Term } from '../language/tree';
import type { Method, Value } from '../values/value';
import { fail } from './failure';
import type { GoFunction, State } from './run';

/** What is called, for messages. */
interface Called {
  readonly node: Command | Term;
  readonly name: string;
}

/** Calls a function, and says so where it fails. */
export function callFunction(
  state: State,
  called: GoFunction,
  values: readonly Value[],
  { node, name }: Called,
): Value {
  state.run.budget.take(1);
  try {
    return called.call(values, { run: state.run, set: state.set });
  } catch (error) {
    return failed(state, error, { node, name });
  }
}

/** Calls a method, and says so where it fails. */
export function callMethod(state: State, method: Method, values: readonly Value[], { node, name }: Called): Value {
  try {
    return method.call(values);
  } catch (error) {
    return failed(state, error, { node, name });
  }
}

/** Says which call failed. */
export function failed(state: State, error: unknown, { node, name }: Called): never {
  state.node = node;
  if (!(error instanceof Fault) || error instanceof Stopped) throw error;
  return fail(state, `error calling ${name}: ${error.message}`, error);
}
