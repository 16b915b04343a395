import { describeWritten, type WrittenEntry, type WrittenPlace, type WrittenValue } from './written';

/** What else there is to say about a fault. */
export interface FaultDetails {
  /** True for what a schema can't say. */
  readonly isOnlyOurs?: boolean;
  /** The legal word that was meant. */
  readonly meant?: string | undefined;
  /** A word that is none of the legal ones; which of them was probably meant is for the message to say. */
  readonly wrong?: WrongWord;
}

/** A word that was written in place of a legal one. */
export interface WrongWord {
  readonly word: string;
  readonly legal: readonly string[];
  /** Whether there are so few that all of them can be named. */
  readonly areFew: boolean;
}

/** Takes note of a fault; the message goes on from the name of the place. */
export type Report = (at: WrittenPlace, message: string, details?: FaultDetails) => void;

/** The entries of a mapping; none, and a report, where something else is written. */
export function entriesAt(value: WrittenValue | undefined, noun: string, report: Report): readonly WrittenEntry[] {
  if (value === undefined) return [];
  if (value.kind !== 'mapping') {
    report(value, `${subjectOf(value)} must be ${noun}, but it is ${describeWritten(value)}`);
    return [];
  }
  for (const entry of value.entries) {
    if (entry.isRepeated) report(entry, 'the key is written twice; the last one counts');
  }
  return value.entries;
}

/** The names of some keys. */
export function namesOf<Name extends string>(keys: readonly { readonly name: Name }[]): Name[] {
  return keys.map(({ name }) => name);
}

/** What is written for each key of a mapping; keys with nothing behind them are not set. */
export function valuesOf<Key extends string>(
  value: WrittenValue,
  keys: readonly Key[],
  otherKeys: 'reported' | 'ignored',
  report: Report,
): ReadonlyMap<Key, WrittenValue> {
  const found = new Map<Key, WrittenValue>();
  for (const entry of entriesAt(value, `a mapping with keys such as "${keys[0]}"`, report)) {
    const key = keys.find((known) => known === entry.name);
    if (key === undefined) {
      const wrong = { word: entry.name, legal: keys, areFew: true };
      if (otherKeys === 'reported') report(entry, 'there is no such key', { wrong });
    } else if (entry.value.kind !== 'nothing') {
      found.set(key, entry.value);
    }
  }
  return found;
}

/** The items of a list, each text once; none, and a report, where something else is written. */
export function itemsAt(value: WrittenValue | undefined, noun: string, report: Report): readonly WrittenValue[] {
  if (value === undefined) return [];
  if (value.kind !== 'list') {
    report(value, `this must be ${noun}, but it is ${describeWritten(value)}`);
    return [];
  }
  const texts = new Set<string>();
  return value.items.filter((item) => {
    if (item.kind !== 'text') return true;
    if (texts.has(item.text)) {
      report(item, `${describeWritten(item)} is in the list twice`, { isOnlyOurs: true });
      return false;
    }
    texts.add(item.text);
    return true;
  });
}

/** What a list and its items are called: `a list of globs` and `a glob`. */
export interface ListNouns {
  readonly list: string;
  readonly item: string;
}

/**
 * The texts of a list that have no fault.
 *
 * @param faultOf what to report of a text; undefined if it is as it should be
 */
export function textsAt(
  value: WrittenValue | undefined,
  { list, item: noun }: ListNouns,
  report: Report,
  faultOf: (item: WrittenValue, text: string) => string | undefined,
): string[] {
  return itemsAt(value, list, report).flatMap((item) => {
    const text = textAt(item, noun, report);
    if (text === undefined) return [];
    const fault = faultOf(item, text);
    if (fault === undefined) return [text];
    report(item, fault, { isOnlyOurs: true });
    return [];
  });
}

/** The text that is written; undefined, and a report, where something else is. */
export function textAt(value: WrittenValue | undefined, noun: string, report: Report): string | undefined {
  if (value === undefined || value.kind === 'text') return value?.text;
  const form = value.kind === 'number or boolean' ? `${noun} in quotes` : noun;
  report(value, `this must be ${form}, but it is ${describeWritten(value)}`);
  return undefined;
}

/** The word that is written, if it is one of the legal ones; else undefined, and a report. */
export function wordAt<Word extends string>(
  value: WrittenValue | undefined,
  words: readonly Word[],
  noun: string,
  report: Report,
): Word | undefined {
  if (value === undefined) return undefined;
  if (value.kind !== 'text' && value.kind !== 'number or boolean') {
    report(value, `this must be ${noun}, but it is ${describeWritten(value)}; write ${alternatives(words)}`);
    return undefined;
  }
  const found = words.find((word) => word === value.text);
  if (found === undefined) {
    report(value, `${describeWritten(value)} is not ${noun}`, {
      wrong: { word: value.text, legal: words, areFew: true },
    });
  }
  return found;
}

function subjectOf({ place }: WrittenPlace): string {
  return place === '' ? 'A configuration' : 'this';
}

/** The end of a message about a wrong word: the one that was probably meant, or all there are. */
export function advice(meant: string | undefined, { legal, areFew }: WrongWord): string {
  if (meant !== undefined) return `. Did you mean "${meant}"?`;
  return areFew ? `; write ${alternatives(legal)}` : '';
}

// Making one takes longer than most configurations to read.
const disjunction = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function alternatives(words: readonly string[]): string {
  return disjunction.format(words);
}
