/**
 * An error as Go's functions return it. Within the engine it is thrown, and caught where a chart is rendered: what comes out
 * of the engine is a value.
 */
export class Fault extends Error {
  /** The error that this one wraps. */
  readonly inner: Fault | undefined;

  constructor(message: string, inner?: Fault) {
    super(message);
    this.inner = inner;
  }
}

/** What Go's runtime says of a nil where something must be. */
export function nilPointer(): Fault {
  return new Fault('runtime error: invalid memory address or nil pointer dereference');
}
