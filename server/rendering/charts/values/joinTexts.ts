import { Stopped } from '../go/fault';
import type { Source } from '../origins/source';
import { type Text, text } from './value';

/** Writes a text piece by piece, keeping where each comes from. */
export interface Pieces {
  readonly add: (piece: string, source?: Source) => void;
  /** Characters written so far. */
  readonly length: () => number;
  /** Notes something that stands for no character. */
  readonly note: (source: Source) => void;
  readonly done: () => Text;
}

/** No text may be longer, whatever it is for. */
export const longestText = 16 * 1024 * 1024;
/** Nor may it have more parts, each of which needs room. */
const mostParts = 2_000_000;

/** A new text. */
export function pieces(): Pieces {
  const written: string[] = [];
  const ends: number[] = [];
  const parts: (Source | undefined)[] = [];
  let length = 0;
  let hasSource = false;
  return {
    add(piece, source) {
      if (piece === '') return;
      written.push(piece);
      length += piece.length;
      if (length > longestText || parts.length > mostParts) {
        throw new Stopped(`more than ${longestText / 1024 / 1024} MB of text were written`);
      }
      if (source === undefined && parts.length > 0 && parts[parts.length - 1] === undefined) {
        ends[ends.length - 1] = length;
        return;
      }
      ends.push(length);
      parts.push(source);
      if (source !== undefined) hasSource = true;
    },
    length: () => length,
    note(source) {
      ends.push(length);
      parts.push(source);
      hasSource = true;
    },
    done() {
      const whole = written.length === 1 ? (written[0] ?? '') : written.join('');
      if (!hasSource) return text(whole);
      if (parts.length === 1) return text(whole, parts[0]);
      return text(whole, { kind: 'joined', ends, parts });
    },
  };
}

/** Texts after each other. */
export function joined(texts: readonly Text[], separator: Text = text('')): Text {
  const [only] = texts;
  if (only && texts.length === 1) return only;
  const all = pieces();
  for (const [index, one] of texts.entries()) {
    if (index > 0) all.add(separator.text, separator.source);
    all.add(one.text, one.source);
  }
  return all.done();
}

/** Replaces parts of a text by others; what lies between is copied. */
export function replaced(
  whole: Text,
  changes: Iterable<{ readonly start: number; readonly end: number; readonly by: Text }>,
): Text {
  const all = pieces();
  let place = 0;
  let isChanged = false;
  for (const { start, end, by } of changes) {
    isChanged = true;
    addPart(all, whole, place, start);
    all.add(by.text, by.source);
    place = end;
  }
  if (!isChanged) return whole;
  addPart(all, whole, place, whole.text.length);
  return all.done();
}

/** Adds a part of a text. */
export function addPart(all: Pieces, whole: Text, start: number, end: number): void {
  const { source } = whole;
  if (end <= start) {
    // What kept all of it out stays known.
    if (whole.text === '' && source !== undefined && source.kind !== 'spot') all.note(source);
    return;
  }
  const piece = source === undefined || start === 0 ? source : ({ kind: 'slice', of: source, from: start } as const);
  all.add(whole.text.slice(start, end), piece);
}
