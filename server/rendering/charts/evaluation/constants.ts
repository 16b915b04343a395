import type { Literal, Numeral, Template, Term, Truth } from '../language/tree';
import { type Source, sliceOf } from '../origins/source';
import { bool, float, int, missing, text, type Value } from '../values/value';
import { fail } from './failure';
import type { State } from './run';

/** The value of a literal. */
export function constant(
  state: State,
  term: Truth | Numeral | Literal | Extract<Term, { kind: 'dot' | 'nil' }>,
): Value {
  state.node = term;
  switch (term.kind) {
    case 'bool':
      return bool(term.value, literalSource(state, term));
    case 'string':
      return text(term.text, literalSource(state, term));
    case 'number': {
      if (term.isComplex) return text(term.text, literalSource(state, term));
      const isFloat = /[.eEpP]/.test(term.text) && !/^0[xX][^pP]*$|^'/.test(term.text);
      if (term.float !== undefined && isFloat) return float(term.float, literalSource(state, term));
      if (term.int === undefined) return fail(state, `${term.text} overflows int`);
      return int(term.int, 'int', literalSource(state, term));
    }
    default:
      return missing;
  }
}

/** Where a literal stands. */
export function literalSource(state: State, term: Truth | Numeral | Literal): Source | undefined {
  const isCopied = term.kind !== 'string' || term.isCopy;
  const inner = term.kind === 'string' ? 1 : 0;
  return spotIn(state.template, term.start, term.end, isCopied ? term.start + inner : -1);
}

/** Where a part of a template's text comes from. */
export function spotIn(template: Template, start: number, end: number, copy: number): Source | undefined {
  const { file, source } = template;
  if (file) return { kind: 'spot', file, start, end, copy };
  return copy < 0 ? source && { kind: 'point', of: source, at: start } : sliceOf(source, copy);
}
