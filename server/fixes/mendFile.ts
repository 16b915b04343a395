import type { LintedText } from '../lint/lint';
import { isTextReadWhole } from '../lint/readWhole';
import { isTemplated } from '../yaml/templates/templates';
import type { FixChoice } from './applyFixes';
import { type MendedText, mend } from './mend';

/** A file as fixes leave it, or why they leave it alone: the reason goes on from its name. */
export type MendedFile =
  | (MendedText & { readonly state: 'mended' })
  | { readonly state: 'refused'; readonly reason: string };

/**
 * Applies wanted fixes of a whole file, but to none that can't be read whole.
 *
 * @param shown as for `mend`
 */
export function mendFile(
  text: string,
  linted: LintedText,
  choose: FixChoice,
  shown: (linted: LintedText) => LintedText,
): MendedFile {
  const after = mend(text, linted, choose, shown);
  if (isTextReadWhole(linted) || (after.text === text && isTemplated(text))) return { ...after, state: 'mended' };
  const why = isTemplated(text) ? "is a template that can't be read as YAML" : 'is not valid YAML';
  return { state: 'refused', reason: `was not fixed, since it ${why}` };
}
