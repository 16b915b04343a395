/** A value of a manifest. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value | undefined };

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below a limit. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
}

/** Mulberry32: 32 bits of state are enough for a few hundred thousand pods. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    pick(choices) {
      const [chosen] = choices.slice(Math.floor(next() * choices.length));
      return chosen === undefined ? choices[0] : chosen;
    },
  };
}
