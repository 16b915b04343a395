/**
 * What a part of the build makes of a place in the sources.
 *
 * @throws what it throws, beginning with that place, as in `media/cheatsheet/basics.md:9: …`.
 */
export function madeAt<Made>(place: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    throw new Error(`${place}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
