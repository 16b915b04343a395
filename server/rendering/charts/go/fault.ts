import type { Place } from '../origins/place';

/** What is known of an error beside its message. */
interface Known {
  /** The error that this one wraps. */
  readonly inner?: Fault | undefined;
  /** What went wrong, where the message says more than that. */
  readonly said?: string | undefined;
  /** What is to blame, in a file that somebody can change. */
  readonly place?: Place | undefined;
  /** The character of the text that was read at which it went wrong. */
  readonly at?: number | undefined;
}

/**
 * An error as Go's functions return it. Within the engine it is thrown, and caught where a chart is rendered: what comes out
 * of the engine is a value.
 */
export class Fault extends Error {
  readonly inner: Fault | undefined;
  readonly said: string;
  readonly place: Place | undefined;
  readonly at: number | undefined;

  constructor(message: string, { inner, said, place, at }: Known = {}) {
    super(message);
    this.inner = inner;
    this.said = said ?? message;
    this.place = place;
    this.at = at;
  }
}

/** Thrown where a limit is passed or somebody doesn't want the result any more; no template can catch it. */
export class Stopped extends Fault {}

/** The same error in more words. */
export function reworded({ said, place, at, inner }: Fault, message: string): Fault {
  return new Fault(message, { said, place, at, inner });
}

/** What Go's runtime says of a nil where something must be. */
export function nilPointer(): Fault {
  return new Fault('runtime error: invalid memory address or nil pointer dereference');
}
