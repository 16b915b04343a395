import type { Random, Value } from './random';

/** How a random pod is made. */
export interface Making {
  readonly random: Random;
  /** How likely each field is another one than a hardened pod has. */
  readonly rate: number;
  /** For Windows nodes: without most of what only Linux has. */
  readonly isWindows: boolean;
  /** Whether it begins as a pod that meets the restricted level. */
  readonly isHardened: boolean;
  /** Whether it says `hostUsers: false`. */
  readonly hasUserNamespace: boolean;
  /** Whether all of it runs as processes of a Windows node. */
  readonly isHostProcess: boolean;
}

type Choices = readonly [Value, ...Value[]];

/** How parts of a pod are chosen: mostly among what the API server takes, seldom among what it refuses. */
export function choosing({ random, rate }: Making) {
  const chosen = (choices: Choices, refused: Choices) => random.pick(random.chance(0.04) ? refused : choices);
  return {
    /** Undefined mostly. */
    sometimes: (choices: Choices, refused: Choices = choices): Value | undefined =>
      random.chance(rate) ? chosen(choices, refused) : undefined,
    /** Another value than the usual one now and then, or none. */
    mostly: (usual: Value | undefined, choices: Choices, refused: Choices = choices): Value | undefined =>
      random.chance(rate) ? (random.chance(0.2) ? undefined : chosen(choices, refused)) : usual,
  };
}
