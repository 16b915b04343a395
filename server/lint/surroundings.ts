import type { ObjectFacts } from '../manifests/facts/objectFacts';
import type { Stated } from '../manifests/objects/stated';
import type { Neighbours } from '../rules/rule';
import type { Position } from '../yaml/parsing/lines';

/** Where an object of another file stands. */
export interface ObjectPlace {
  readonly uri: string;
  /** Of its name: lines from 0, characters in UTF-16 units. */
  readonly start: Position;
  readonly end: Position;
}

/** Objects that may be beside another one. */
export interface PossibleObjects {
  readonly written: readonly ObjectFacts[];
  readonly rendered: readonly ObjectFacts[];
}

/**
 * The objects of other files, as they are seen from one file. A text that was linted with the same object of
 * surroundings is not judged anew.
 */
export interface Surroundings {
  /** True while nobody knows yet what stands in other files: what these could prove wrong is not told meanwhile. */
  readonly areAwaited?: boolean;
  readonly reach: Exclude<Neighbours['reach'], 'file'>;
  /** The objects of some kinds (`Check.among`) that certainly belong beside an object of a namespace. */
  readonly beside: (kinds: readonly string[], namespace: Stated<string>) => readonly ObjectFacts[];
  /**
   * The others that may turn out to be beside it: what manifests say as they are written, and what only tools know that
   * render them.
   *
   * @param name leaves out objects that certainly don't have this name, nor bind anybody of this name
   */
  readonly possible: (kinds: readonly string[], namespace: Stated<string>, name?: string) => PossibleObjects;
  /** Undefined for objects that don't come from here. */
  readonly placeOf: (object: ObjectFacts) => ObjectPlace | undefined;
}

/** Surroundings that are still being read. */
export const awaitedSurroundings: Surroundings = {
  areAwaited: true,
  reach: 'part',
  beside: () => [],
  possible: () => ({ written: [], rendered: [] }),
  placeOf: () => undefined,
};
