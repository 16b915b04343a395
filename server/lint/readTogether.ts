import { fileOffset } from '../yaml/parsing/offsets';
import type { LintedText, PlacedDocument, ReadText } from './lint';
import type { LintOptions } from './lintOptions';
import { partsOf } from './parts';
import { readDocument } from './readDocument';

/** A text that is judged with others as one. */
export interface TextPart {
  /** Where it starts in the text that all of them make. */
  readonly start: number;
  readonly text: string;
}

/**
 * Reads texts that are judged as one, such as what a chart renders. Documents that stand unchanged anywhere in what was linted before
 * with the same options are taken over; lines are not counted.
 */
export function readTogether(texts: readonly TextPart[], options: LintOptions, previous?: LintedText): ReadText {
  const isComparable = previous?.options === options;
  const known = new Map<string, PlacedDocument[]>();
  for (const placed of isComparable ? previous.documents : []) {
    const alike = known.get(placed.document.text);
    if (alike) alike.push(placed);
    else known.set(placed.document.text, [placed]);
  }
  const documents = texts.flatMap(({ start, text }) =>
    partsOf({ name: '', text }).map((part) => {
      // Of documents that say the same each is one of its own.
      const kept = known.get(part.text)?.shift()?.document;
      const reading = kept?.reading ?? readDocument({ name: '', text: part.text }, options);
      return { start: fileOffset(start + part.start), line: 0, document: { reading }, kept };
    }),
  );
  return { options, documents, previous: isComparable ? previous : undefined };
}
