import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import { applyFixes, type FixChoice } from './applyFixes';
import { type JudgedText, mendInRounds, mostRounds } from './rounds';

/** A text as fixes leave it. */
export interface MendedText extends JudgedText {
  readonly mended: readonly Finding[];
}

/**
 * Applies wanted fixes of a text until there are none left.
 *
 * @param shown leaves out the findings that nobody is told of
 */
export function mend(
  text: string,
  linted: LintedText,
  choose: FixChoice,
  shown: (linted: LintedText) => LintedText = (all) => all,
): MendedText {
  const after = mendInRounds(
    { text, linted },
    {
      choose: () => choose,
      apply: (found, chosen) => applyFixes(shown(found), chosen),
      judge: (next, before) => lint(next, linted.options, before, linted.surroundings),
      mostRounds,
    },
  );
  return { text: after.text, linted: after.linted, mended: after.rounds.flatMap(({ mended }) => mended) };
}
