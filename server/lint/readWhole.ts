import type { DocumentReading } from './readDocument';

/** False for a document with a fault of YAML in one of its objects, of which something may not be read. */
export function isReadWhole({ subjects }: Pick<DocumentReading, 'subjects'>): boolean {
  return subjects.every(({ object }) => object.root.tree.faults.length === 0);
}
