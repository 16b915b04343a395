import type { OffsetRange } from '../yaml/parsing/lines';

/** Where something is written in a configuration. */
export interface WrittenPlace {
  /** As messages name it: `overrides[0].rules.host-port`; empty for the whole of a file. */
  readonly place: string;
  /** UTF-16 offsets in the text of the configuration; zero for settings, which have no text. */
  readonly range: OffsetRange;
}

/** What is written at a place, before anybody asks whether it can be meant. YAML and settings look alike from here. */
export type WrittenValue = WrittenPlace &
  (
    | { readonly kind: 'nothing' }
    /** A scalar of YAML as its source has it (`off`, `1.30`), or a string of the settings. */
    | { readonly kind: 'text'; readonly text: string }
    /** A number or a truth value of the settings, which no longer tell how it was written. */
    | { readonly kind: 'number or boolean'; readonly text: string }
    | { readonly kind: 'list'; readonly items: readonly WrittenValue[] }
    | { readonly kind: 'mapping'; readonly entries: readonly WrittenEntry[] }
    | { readonly kind: 'alias without anchor' }
  );

/** A key of a mapping with its value; the range is the key's. */
export interface WrittenEntry extends WrittenPlace {
  readonly name: string;
  /** True for a key that the mapping has twice; this is the last of them. */
  readonly isRepeated: boolean;
  readonly value: WrittenValue;
}

/** The name of a key's place; of a key that is no word of ours, as much as a message has room for. */
export function placeOfKey(place: string, key: string): string {
  const name = shortened(key);
  if (!/^[\w-]+$/.test(name)) return `${place}[${JSON.stringify(name)}]`;
  return place === '' ? name : `${place}.${name}`;
}

/** The name of a list item's place. */
export function placeOfItem(place: string, index: number): string {
  return `${place}[${index}]`;
}

/** Messages stand on one line, whatever a half-written configuration makes of the text behind the fault. */
const longestQuote = 60;

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** What is written, as messages speak of it. */
export function describeWritten(value: WrittenValue): string {
  switch (value.kind) {
    case 'nothing':
      return 'empty';
    case 'text':
      return JSON.stringify(shortened(value.text));
    case 'number or boolean':
      return value.text;
    case 'list':
      return 'a list';
    case 'mapping':
      return 'a mapping';
    case 'alias without anchor':
      return 'an alias without its anchor';
  }
}

/** What is written for a key of a mapping; undefined where nothing is, or no mapping. */
export function memberOf(value: WrittenValue | undefined, name: string): WrittenValue | undefined {
  return value?.kind === 'mapping' ? value.entries.findLast((entry) => entry.name === name)?.value : undefined;
}

/** The items of a list; none where there is no list. */
export function itemsOf(value: WrittenValue | undefined): readonly WrittenValue[] {
  return value?.kind === 'list' ? value.items : [];
}
