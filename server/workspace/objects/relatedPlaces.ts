import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import { readOnce } from '../../readOnce';
import type { Position } from '../../yaml/parsing/lines';
import { placedObjects } from './indexedFile';

/** Where another object stands that a finding is about, with what it has to do with it. */
export interface RelatedPlace {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
  readonly message: string;
}

/** The places of the objects that a finding of a file is about. */
export function relatedPlaces({ related }: Finding, linted: LintedText, uri: string): RelatedPlace[] {
  return related.flatMap((object): RelatedPlace[] => {
    const { message } = object;
    if ('place' in object) return [{ ...object.place, message }];
    const own = objectsOf(linted)[object.index];
    return own ? [{ uri, start: own.start, end: own.end, message }] : [];
  });
}

/** Worked out for the first finding that asks. */
const objectsOf = readOnce(placedObjects);
