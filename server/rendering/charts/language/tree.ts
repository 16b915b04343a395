import type { WrittenIn } from '../origins/source';

/** A part of a template's text. */
interface Placed {
  readonly start: number;
  readonly end: number;
}

/** What was read of a template: a file's, or that of a `define` in one. */
export interface Parsed extends Placed {
  readonly name: string;
  readonly nodes: readonly Node[];
}

/** A template that can be executed. */
export interface Template extends WrittenIn {
  readonly parsed: Parsed;
}

/** Text between actions. */
export interface TextNode extends Placed {
  readonly kind: 'text';
  readonly text: string;
}
/** `{{ pipeline }}`. */
export interface PrintNode extends Placed {
  readonly kind: 'print';
  readonly pipeline: Pipeline;
}
/** `if` and `with`. */
export interface BranchNode extends Placed {
  readonly kind: 'if' | 'with';
  readonly pipeline: Pipeline;
  readonly nodes: readonly Node[];
  readonly otherwise: readonly Node[] | undefined;
}
/** `range`. */
export interface RangeNode extends Placed {
  readonly kind: 'range';
  readonly pipeline: Pipeline;
  readonly nodes: readonly Node[];
  readonly otherwise: readonly Node[] | undefined;
}
/** `template` and what `block` leaves in its place. */
export interface CallNode extends Placed {
  readonly kind: 'template';
  /** Where Go says that it is: at the name. */
  readonly at: number;
  readonly name: string;
  readonly pipeline: Pipeline | undefined;
}
/** `break` and `continue`. */
export interface JumpNode extends Placed {
  readonly kind: 'break' | 'continue';
}
/** What templates consist of. */
export type Node = TextNode | PrintNode | BranchNode | RangeNode | CallNode | JumpNode;

/** Commands joined by `|`, and the variables that take the result. */
export interface Pipeline extends Placed {
  readonly kind: 'pipeline';
  readonly variables: readonly Variable[];
  readonly isAssignment: boolean;
  readonly commands: readonly Command[];
}
/** A function or value with its arguments. */
export interface Command extends Placed {
  readonly kind: 'command';
  readonly terms: readonly [Term, ...Term[]];
}
/** `.a.b`. */
export interface Field extends Placed {
  /** Where Go says that it is: at its second field, if it has one. */
  readonly at: number;
  readonly kind: 'field';
  readonly names: readonly string[];
}
/** `$a.b`. */
export interface Variable extends Placed {
  /** Where Go says that it is: at its second field, if it has one. */
  readonly at: number;
  readonly kind: 'variable';
  readonly names: readonly [string, ...string[]];
}
/** A term in parentheses, or another one that is no field, with fields behind it. */
export interface Chain extends Placed {
  /** Where Go says that it is: at its second field, if it has one. */
  readonly at: number;
  readonly kind: 'chain';
  readonly of: Term;
  readonly names: readonly string[];
}
/** The name of a function. */
export interface Name extends Placed {
  readonly kind: 'name';
  readonly name: string;
}
/** A number, with each type that it may stand for. */
export interface Numeral extends Placed {
  readonly kind: 'number';
  readonly text: string;
  readonly int: bigint | undefined;
  readonly uint: bigint | undefined;
  readonly float: number | undefined;
  readonly isComplex: boolean;
}
/** A string in quotes. */
export interface Literal extends Placed {
  readonly kind: 'string';
  readonly written: string;
  readonly text: string;
  /** True if the characters between the quotes are those of the text. */
  readonly isCopy: boolean;
}
/** `true` and `false`. */
export interface Truth extends Placed {
  readonly kind: 'bool';
  readonly value: boolean;
}
/** `.` and `nil`. */
export interface Mark extends Placed {
  readonly kind: 'dot' | 'nil';
}
/** What commands consist of. */
export type Term = Field | Variable | Chain | Name | Numeral | Literal | Truth | Mark | Pipeline;
