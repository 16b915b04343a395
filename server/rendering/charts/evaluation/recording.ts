import type { Template } from '../language/tree';
import type { Source } from '../origins/source';
import type { Value } from '../values/value';

/** What a table said when it was asked for a key. Tables in the answer are told by their outside alone. */
export interface Said {
  readonly value: Value | undefined;
  readonly keySource: Source | undefined;
}

/** A question that a template asked of a table. Tables are told by the order in which the template met them. */
export type Read =
  | { readonly kind: 'entry'; readonly table: number; readonly key: string; readonly said: Said }
  | { readonly kind: 'entries'; readonly table: number; readonly said: readonly (readonly [string, Said])[] }
  | { readonly kind: 'size'; readonly table: number; readonly size: number };

/** All that a template asked of what a chart's templates share: it writes the same if all that is answered the same. */
export interface Recording {
  readonly reads: Read[];
  readonly templates: Map<string, Template | undefined>;
  /** Tables that were met before, by another way: their number, and the one that they had. */
  readonly again: Map<number, number>;
  tables: number;
  /** False once the template changes a table, or meets one whose changes nobody notices. */
  isKeepable: boolean;
}

/** Where what is asked is written down at the moment. */
export interface Recorder {
  recording: Recording | undefined;
}

/** Nothing has been asked yet. */
export function newRecording(): Recording {
  return { reads: [], templates: new Map(), again: new Map(), tables: 0, isKeepable: true };
}
