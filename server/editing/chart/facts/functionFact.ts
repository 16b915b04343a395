/** What a function of templates is for. */
export interface FunctionFact {
  /** Its names: some have several. */
  readonly names: readonly string[];
  /** As `name type`, in their order; with `…` behind the last one if it may be given any number of times. */
  readonly parameters: readonly string[];
  readonly result: string;
  /** A sentence. */
  readonly what: string;
}

/**
 * A row of the tables of functions.
 *
 * @param names with blanks between them
 * @param signature the parameters and the result, as in `count int, text string → string`
 */
export function fact(names: string, signature: string, what: string): FunctionFact {
  const [parameters = '', result = ''] = signature.split('→').map((part) => part.trim());
  return { names: names.split(' '), parameters: parameters === '' ? [] : parameters.split(', '), result, what };
}
