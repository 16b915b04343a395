import { collectionFunctions } from './collectionFunctions';
import { documentFunctions } from './documentFunctions';
import type { FunctionFact } from './functionFact';
import { numberFunctions } from './numberFunctions';
import { textFunctions } from './textFunctions';

/** All functions of templates, by each of their names. */
export const functionFacts: ReadonlyMap<string, FunctionFact> = new Map(
  [...documentFunctions, ...collectionFunctions, ...textFunctions, ...numberFunctions].flatMap((fact) =>
    fact.names.map((name) => [name, fact]),
  ),
);

/** How a function is written: `indent(columns int, text string) string`. */
export function signatureOf(name: string, { parameters, result }: FunctionFact): string {
  return `${name}(${parameters.join(', ')}) ${result}`;
}
