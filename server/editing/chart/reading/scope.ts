import type { GivenFile } from '../../../rendering/charts/chart/givenFile';
import type { Meaning } from './meaning';
import type { Notes } from './notes';

/** A variable that can be used. */
export interface Known {
  meaning: Meaning;
  readonly declared: { readonly start: number; readonly end: number } | undefined;
}

/** What is known where an expression stands. */
export interface Scope {
  readonly file: GivenFile;
  readonly dot: Meaning;
  readonly variables: ReadonlyMap<string, Known>;
  readonly reader: Reader;
}

/** Whoever reads templates. */
export interface Reader {
  readonly notes: Notes;
  /** Has the templates of a name read with what they are given; false where there is none. */
  readonly call: (name: string, dot: Meaning) => boolean;
}

/** The scope of what is inside, with a dot of its own. */
export function inner(scope: Scope, dot: Meaning = scope.dot): Scope & { readonly variables: Map<string, Known> } {
  return { ...scope, dot, variables: new Map(scope.variables) };
}
