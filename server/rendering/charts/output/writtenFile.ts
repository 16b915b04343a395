import type { Text } from '../values/value';

/** A document that a chart renders. */
export interface Manifest {
  /** The template that rendered it, as helm names it. */
  readonly path: string;
  readonly text: Text;
  readonly kind: string;
}

/** A document with the hooks that it names. */
export interface WrittenDocument {
  readonly manifest: Manifest;
  readonly hook: string | undefined;
}

/** What a template wrote. */
export interface WrittenFile {
  readonly text: Text;
  /** The documents in it, once somebody has asked for them. */
  documents: readonly WrittenDocument[] | undefined;
}
