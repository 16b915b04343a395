import type { Finding } from '../lint/finding';
import type { LintedText } from '../lint/lint';
import { applyTextEdits } from '../yaml/write/renderEdits';
import type { FileEdit } from '../yaml/write/rendering';
import type { AppliedFixes, FixChoice } from './applyFixes';

/** A text with what was found in it. */
export interface JudgedText {
  readonly text: string;
  readonly linted: LintedText;
}

/** One round: the text that it began with, and what it did to that. */
export interface Round<Edit extends FileEdit> extends JudgedText {
  readonly edits: readonly Edit[];
  readonly mended: readonly Finding[];
}

/** What tells one way of mending a text from another. */
export interface Mending<Edit extends FileEdit> {
  /** Which fixes are wanted in a text as the rounds before have left it; undefined to stop. */
  readonly choose: (now: JudgedText, before: readonly Round<Edit>[]) => FixChoice | undefined;
  readonly apply: (linted: LintedText, choose: FixChoice) => AppliedFixes<Edit>;
  /** Judges a text as a round leaves it. */
  readonly judge: (text: string, before: LintedText) => LintedText;
  readonly mostRounds: number;
  /** Whether nobody needs to know what is found behind the last round. */
  readonly endsUnjudged?: true;
}

/** A text as its rounds leave it. */
export interface MendedInRounds<Edit extends FileEdit> extends JudgedText {
  readonly rounds: readonly Round<Edit>[];
}

/** More than fixes can wait for each other; only fixes that undo each other would go on for longer. */
export const mostRounds = 5;

/** Mends a text in rounds, until there is nothing left that is wanted: one fix may be what another has waited for. */
export function mendInRounds<Edit extends FileEdit>(start: JudgedText, mending: Mending<Edit>): MendedInRounds<Edit> {
  const rounds: Round<Edit>[] = [];
  let now = start;
  while (rounds.length < mending.mostRounds) {
    const choose = mending.choose(now, rounds);
    if (!choose) break;
    const { edits, mended } = mending.apply(now.linted, choose);
    const text = edits.length > 0 ? applyTextEdits(now.text, edits) : now.text;
    if (text === now.text) break;
    rounds.push({ ...now, edits, mended });
    const isLast = rounds.length === mending.mostRounds;
    now = { text, linted: isLast && mending.endsUnjudged ? now.linted : mending.judge(text, now.linted) };
  }
  return { ...now, rounds };
}
