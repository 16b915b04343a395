import { splitDocuments } from '../yaml/read/documents';
import type { LintOptions } from './lintOptions';
import { type DocumentObjects, documentObjects } from './readDocument';

/** The objects of a text, document by document; a linted text is one too. */
export interface TextObjects {
  readonly documents: readonly {
    /** Counted from 0. */
    readonly line: number;
    readonly document: { readonly reading: Pick<DocumentObjects, 'text' | 'facts'> };
  }[];
}

/** Reads what a text tells others of its objects, without judging any. */
export function textObjects(text: string, options: LintOptions): TextObjects {
  let line = 0;
  const documents = splitDocuments(text).map((part) => {
    const { facts, lineCount } = documentObjects(part.text, options);
    const placed = { line, document: { reading: { text: part.text, facts } } };
    line += lineCount;
    return placed;
  });
  return { documents };
}
