import type { NamedText } from '../documents/documentKind';
import type { DocumentObjects } from './documentReading';
import type { LintOptions } from './lintOptions';
import { partsOf } from './parts';
import { documentObjects } from './readDocument';

/** The objects of a text, document by document; a linted text is one too. */
export interface TextObjects {
  readonly documents: readonly {
    /** Counted from 0. */
    readonly line: number;
    readonly document: { readonly reading: Pick<DocumentObjects, 'text' | 'facts'> };
  }[];
}

/** Reads what a text tells others of its objects, without judging any. */
export function textObjects(source: NamedText, options: LintOptions): TextObjects {
  let line = 0;
  const documents = partsOf(source).map((part) => {
    const { facts, lineCount } = documentObjects({ name: source.name, text: part.text }, options);
    const placed = { line, document: { reading: { text: part.text, facts } } };
    line += lineCount;
    return placed;
  });
  return { documents };
}
