import { type Field, rootField } from '../../yaml/field/field';
import { splitDocuments } from '../../yaml/read/documents';
import { parseTree } from '../../yaml/read/tree';

/** A document, and where it begins in its file. */
export interface PlacedDocument {
  readonly root: Field;
  readonly start: number;
}

/**
 * The documents of a text that are sound. What stands in double braces is not masked: most tools know nothing of it.
 *
 * @param isWanted by the text of a document; others are not read
 */
export function documentsOf(text: string, isWanted: (text: string) => boolean = () => true): PlacedDocument[] {
  return splitDocuments(text).flatMap(({ text: source, start }) => {
    if (!isWanted(source)) return [];
    const parsed = parseTree({ variants: [source], ways: [], gaps: [] }, 0, source);
    if (parsed.outcome !== 'parsed' || parsed.tree.faults.length > 0) return [];
    return [{ root: rootField(parsed.tree), start }];
  });
}
