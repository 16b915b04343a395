import { isTemplated } from '../yaml/templates';
import type { DocumentReading } from './readDocument';

/** False for a document with a fault of YAML in one of its objects. A template's faults don't count: it is whole only when rendered. */
export function isReadWhole({ text, subjects }: Pick<DocumentReading, 'text' | 'subjects'>): boolean {
  return isTemplated(text) || subjects.every(({ object }) => object.root.tree.faults.length === 0);
}
