import type { Path } from '../yaml/field/field';
import type { OffsetRange } from '../yaml/parsing/lines';
import type { Finding } from './finding';

/** A rule that a silence names. Offsets from the start of the silence's document. */
export interface SilencedRule extends OffsetRange {
  readonly id: string;
}

/** What people have written to keep findings quiet. */
export interface Silence extends OffsetRange {
  readonly written:
    | { readonly as: 'comment'; readonly word: string }
    /** In a field, behind a word that says so where the field has other uses. */
    | { readonly as: 'field'; readonly path: Path; readonly lead: string }
    /** In the words of another linter. */
    | { readonly as: 'foreign' };
  readonly rules: readonly SilencedRule[];
  readonly reason: string | undefined;
  /** Whether it is about all documents of its file. */
  readonly isForFile: boolean;
  /** Whether a finding of its document stands where it applies. */
  readonly covers: (finding: Finding) => boolean;
}

/** What ends a comment that is an action of a template; nothing for a comment of YAML. */
export function closingOf(comment: string): string {
  return comment.startsWith('{{') ? (/\s*\*\/(?: -)?\}\}$/.exec(comment)?.[0] ?? '') : '';
}

/** What stands behind the word of a silence: rules, and a reason behind `--`. */
export interface SilenceWords {
  readonly rules: readonly SilencedRule[];
  readonly reason: string | undefined;
}

/**
 * Reads `RULE, RULE -- reason`.
 *
 * @param offset where the text stands in its document
 */
export function silenceWords(text: string, offset: number): SilenceWords {
  const dashes = /(?:^|\s)--(?=\s|$)/.exec(text);
  const list = dashes ? text.slice(0, dashes.index) : text;
  const reason = dashes ? text.slice(dashes.index + dashes[0].length).trim() : '';
  const rules = [...list.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    start: offset + index,
    end: offset + index + id.length,
  }));
  return { rules, reason: reason === '' ? undefined : reason };
}
