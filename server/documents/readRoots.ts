import { type Field, rootField } from '../yaml/field/field';
import { parseTree } from '../yaml/read/tree';
import { maskedText } from '../yaml/templates/templates';
import type { PartsOf, Reading, ReadingOptions } from './documentKind';
import { textFaults, unreadable } from './textFaults';

/**
 * Reads a document that is one subject as a whole, on every way through its templates.
 *
 * @param partsAt what rules look at in the document with this root; undefined if it turns out to be of another kind
 */
export function readRoots<Types>(
  text: string,
  { checksEveryDocument }: ReadingOptions,
  partsAt: (root: Field) => PartsOf<Types> | undefined,
): Reading<Types> {
  const masked = maskedText(text);
  const results = [...masked.variants.keys()].map((variant) => parseTree(masked, variant, text));
  const trees = results.flatMap((result) => (result.outcome === 'parsed' ? [result.tree] : []));
  const subjects = trees.map(rootField).flatMap((root) => {
    const parts = partsAt(root);
    return parts ? [{ root, parts }] : [];
  });
  if (!checksEveryDocument) return { trees, subjects, facts: [], faults: [], separations: [] };
  const refused = results.flatMap((result) => (result.outcome === 'refused' ? [unreadable(text, result.message)] : []));
  const wrong = trees.map(textFaults);
  return {
    trees,
    subjects,
    facts: [],
    faults: [...refused, ...wrong.flatMap(({ faults }) => faults)],
    separations: wrong.flatMap(({ separations }) => separations),
  };
}
