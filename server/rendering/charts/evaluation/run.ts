import type { Command, Node, Pipeline, Template, Term } from '../language/tree';
import type { Pieces } from '../values/joinTexts';
import type { Text, Value } from '../values/value';
import type { Budget } from './budget';
import type { TemplateSet } from './templateSet';

/** The types that parameters of Go's functions have; `value` takes anything, also nothing. */
export type Parameter =
  | 'any'
  | 'value'
  | 'string'
  | 'int'
  | 'int64'
  | 'float64'
  | 'bool'
  | 'map'
  | 'time'
  | 'list of any';

/** A function that templates can call. */
export interface GoFunction {
  readonly parameters: readonly Parameter[];
  /** Whether the last parameter may be given any number of times. */
  readonly isVariadic: boolean;
  readonly call: (values: readonly Value[], call: Call) => Value;
  /** What it executes, for a function that executes a template: who calls it can do that in its place. */
  readonly opens?: (values: readonly Value[], call: Call) => Opening;
}

/** A template to be executed, and what is made of what it writes. */
export interface Opening {
  readonly set: TemplateSet;
  readonly template: Template;
  readonly dot: Value;
  readonly finish: (written: Text) => Value;
  /** What is thrown in place of what was thrown meanwhile. */
  readonly fault: (error: unknown) => unknown;
}

/** What a function may ask of the rendering that calls it. */
export interface Call {
  readonly run: Run;
  readonly set: TemplateSet;
}

/** A rendering of one chart. */
export interface Run {
  readonly functions: ReadonlyMap<string, GoFunction>;
  readonly budget: Budget;
  /** How often each template is being included at the moment. */
  readonly included: Map<string, number>;
  /** Executes a template and says what it wrote. */
  readonly execute: (set: TemplateSet, template: Template, dot: Value) => Text;
  /** The value of a term that stands as an argument. */
  readonly evaluateTerm: (state: State, dot: Value, term: Term) => Value;
  /** What is being executed at the moment. */
  state: State | undefined;
  depth: number;
}

/** The execution of one template. */
export interface State {
  readonly run: Run;
  readonly set: TemplateSet;
  readonly template: Template;
  readonly out: Pieces;
  readonly variables: { readonly name: string; value: Value }[];
  /** How many `template` calls lie outside. */
  readonly depth: number;
  /** What is being evaluated, for messages. */
  node: Node | Pipeline | Command | Term;
}
