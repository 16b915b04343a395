import { Stopped } from '../go/fault';
import { longestText } from '../values/joinTexts';

/** How far rendering may go. */
export interface Limits {
  /** Nodes and function calls. */
  readonly steps: number;
  /** Characters of all files together. */
  readonly output: number;
  /** Calls of `include`, `template` and `tpl` within each other. */
  readonly depth: number;
}

/** The steps that an item of a list which a function makes is worth: it needs room. */
export const stepsOfItem = 10;

/** What a chart that anybody wrote may take. */
export const usualLimits: Limits = { steps: 20_000_000, output: longestText, depth: 1002 };

/** Counts what rendering takes. */
export interface Budget {
  /** Throws if nothing is left. */
  readonly take: (steps: number) => void;
  /** How many steps have been taken. */
  readonly taken: () => number;
  /** Throws if a text of so many characters is too long. */
  readonly hold: (characters: number) => void;
  /** Counts what a file has come to. */
  readonly write: (characters: number) => void;
  readonly limits: Limits;
}

const checkedEvery = 50_000;

/**
 * Starts counting.
 *
 * @param isCancelled asked now and then
 */
export function budget(limits: Limits, isCancelled: () => boolean = () => false): Budget {
  let steps = 0;
  let nextCheck = checkedEvery;
  let written = 0;
  const tooLong = () => new Stopped(`more than ${limits.output / 1024 / 1024} MB of text were written`);
  return {
    limits,
    take(more) {
      steps += more;
      if (steps < nextCheck) return;
      nextCheck = steps + checkedEvery;
      if (steps > limits.steps) throw new Stopped(`more than ${limits.steps / 1_000_000} million steps were taken`);
      if (isCancelled()) throw new Stopped('rendering was cancelled');
    },
    taken: () => steps,
    hold(characters) {
      if (characters > limits.output) throw tooLong();
    },
    write(characters) {
      written += characters;
      if (written > limits.output) throw tooLong();
    },
  };
}
