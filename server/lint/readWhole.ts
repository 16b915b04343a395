import type { DocumentReading } from './documentReading';
import type { LintedText } from './lint';

/** False for a document with a fault of YAML in one of its objects, of which something may not be read. */
export function isReadWhole({ subjects }: Pick<DocumentReading, 'subjects'>): boolean {
  return subjects.every(({ root }) => !root || root.tree.faults.length === 0);
}

/** False for a text with a document that can't be read whole: of that nobody can say what a fix would change. */
export function isTextReadWhole({ documents }: LintedText): boolean {
  return documents.every(({ document: { reading } }) => isReadWhole(reading));
}
