import type { Fix, Rule, Severity } from '../rules/rule';
import type { Field } from '../yaml/field/field';
import type { Position } from '../yaml/parsing/lines';
import type { DocumentRange } from '../yaml/parsing/offsets';
import type { Tree } from '../yaml/read/tree';
import type { ObjectPlace } from './surroundings';

/** A fault with its rule, its severity and its range. */
export interface Finding {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly message: string;
  readonly range: DocumentRange;
  /** Lines from the first line of the finding's document. */
  readonly start: Position;
  readonly end: Position;
  /** The range that is at fault, where several rules look at it. */
  readonly about?: DocumentRange | undefined;
  /** The rules that have no more to say of it. */
  readonly insteadOf?: readonly string[] | undefined;
  readonly fixes: readonly Fix[];
  /** For what is at fault with some values of a template alone, and is nothing that a branch writes. */
  readonly lack?: Lack | undefined;
  /** The field at fault, whether or not it is written; undefined for a fault of the text itself. */
  readonly at?: Field | undefined;
  /** What fixes are applied to; a fault of the text itself has none. */
  readonly tree: Tree | undefined;
  readonly related: readonly RelatedObject[];
}

/** What a pod or a container lacks with some values. */
export interface Lack {
  /** The thing that lacks the field. */
  readonly owner: string;
  /** With which values: `unless .Values.a is set`. */
  readonly condition: string;
}

/** Another object that a finding is about, with what it has to do with it. */
export type RelatedObject =
  /** Which one, in the order of the linted text's objects. */
  | { readonly index: number; readonly message: string }
  /** One of another file. */
  | { readonly place: ObjectPlace; readonly message: string };
