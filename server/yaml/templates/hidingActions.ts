import { lineStartAt } from '../parsing/lines';
import { parse } from '../parsing/parse';
import { placeholder } from '../parsing/placeholder';
import { quickParse } from '../parsing/quickParse';
import type { Action } from './templateActions';

/**
 * A text in which no action hides lines from a comment or a string: to kubectl, which knows no templates, it does nothing. The
 * text as it is where no action could, and where it is no YAML without them, as most templates.
 *
 * @param actions those of the text
 * @param masked how a text is read in which the other actions are masked
 */
export function withoutHidingActions(
  text: string,
  actions: readonly Action[],
  masked: (shown: string) => string,
): string {
  const hiding = actions.filter((action) => mayHide(text, action));
  const [first] = hiding;
  // Text of its own before the first key is no YAML, so that only a template can be meant.
  if (!first || /^(?:[ \t]*(?:#.*)?\r?\n|---[ \t]*\r?\n)*$/.test(text.slice(0, first.start))) return text;
  let shown = '';
  let offset = 0;
  for (const { start, end } of hiding) {
    // What stands between its braces is text like any other, but nobody knows what it means.
    shown += text.slice(offset, start) + braces + text.slice(start + 2, end - 2) + braces;
    offset = end;
  }
  shown += text.slice(offset);
  return isSound(masked(shown)) ? shown : text;
}

function isSound(text: string): boolean {
  return quickParse(text) !== undefined || parse(text)?.errors.length === 0;
}

const braces = placeholder.repeat(2);

/** True for an action over several lines, and for one of a comment that begins or ends a choice. */
function mayHide(text: string, { start, end, role }: Action): boolean {
  if (text.slice(start, end).includes('\n')) return true;
  const isChoice = role === 'opens' || role === 'branches' || role === 'closes';
  return isChoice && text.endsWith('}}', end) && isInComment(text, start);
}

/** True for a place on a line that is a comment. */
export function isInComment(text: string, at: number): boolean {
  return /^\s*#/.test(text.slice(lineStartAt(text, at), at));
}
