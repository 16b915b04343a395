import { randomFrom as numbersFrom } from '../../random';

/** A value of a manifest. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value | undefined };

/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** A whole number from 0 to below a limit. */
  readonly below: (limit: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <Choice>(choices: readonly [Choice, ...Choice[]]) => Choice;
}

/** 32 bits of state are enough for a few hundred thousand pods. */
export function randomFrom(seed: number): Random {
  const next = numbersFrom(seed);
  return {
    below: (limit) => Math.floor(next() * limit),
    chance: (probability) => next() < probability,
    pick(choices) {
      const [chosen] = choices.slice(Math.floor(next() * choices.length));
      return chosen === undefined ? choices[0] : chosen;
    },
  };
}
