import type { Finding } from '../lint/finding';
import { type LintedText, lint } from '../lint/lint';
import { applyTextEdits } from '../yaml/write/renderEdits';
import { applyFixes, type FixChoice } from './applyFixes';

/** A text as fixes leave it. */
export interface MendedText {
  readonly text: string;
  readonly linted: LintedText;
  readonly mended: readonly Finding[];
}

/** More than fixes can wait for each other; only fixes that undo each other would go on for longer. */
const mostRounds = 5;

/**
 * Applies wanted fixes of a text until there are none left: one fix may be what another has waited for.
 *
 * @param shown leaves out the findings that nobody is told of
 */
export function mend(
  text: string,
  linted: LintedText,
  choose: FixChoice,
  shown: (linted: LintedText) => LintedText = (all) => all,
): MendedText {
  let result: MendedText = { text, linted, mended: [] };
  for (let round = 0; round < mostRounds; round++) {
    const { edits, mended } = applyFixes(shown(result.linted), choose);
    if (edits.length === 0) break;
    const next = applyTextEdits(result.text, edits);
    if (next === result.text) break;
    result = {
      text: next,
      linted: lint(next, linted.options, result.linted, linted.surroundings),
      mended: [...result.mended, ...mended],
    };
  }
  return result;
}
