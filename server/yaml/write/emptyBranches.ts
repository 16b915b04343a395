import { lineStartAt, nextLineAt } from '../parsing/lines';
import { byPlace, overlap } from '../parsing/ranges';
import type { Branch, Chain } from '../templates/templateActions';
import { isOptional, type Template } from '../templates/templates';
import type { DocumentEdit } from './rendering';

/**
 * Edits that take away the choices, too, which they leave nothing in: nobody wants an `if` around nothing. Undefined where
 * that would take more than deleting lines.
 */
export function withoutEmptyBranches(template: Template, edits: readonly DocumentEdit[]): DocumentEdit[] | undefined {
  return template.chains.reduce<DocumentEdit[] | undefined>(
    (made, chain) => made && clear(template.text, chain, made),
    [...edits],
  );
}

function clear(text: string, chain: Chain, edits: readonly DocumentEdit[]): DocumentEdit[] | undefined {
  if (!edits.some((edit) => overlap(edit, chain))) return [...edits];
  let made: DocumentEdit[] | undefined = [...edits];
  for (const inner of chain.branches.flatMap(({ chains }) => chains)) {
    made = made && clear(text, inner, made);
  }
  const emptied = chain.branches.filter((branch) => made && isEmptied(text, branch, made));
  const [first, ...others] = emptied;
  if (!made || !first) return made;
  const last = chain.branches.at(-1);
  if (emptied.length === chain.branches.length) return withoutLines(text, chain.start, chain.end, made);
  if (others.length > 0 || first !== last || isOptional(chain)) return undefined;
  const before = chain.branches.at(-2);
  return before && withoutLines(text, before.end, lineStartAt(text, last.end) - 1, made);
}

function isEmptied(text: string, { start, end }: Branch, edits: readonly DocumentEdit[]): boolean {
  const inside = edits.filter((edit) => overlap(edit, { start, end }));
  if (inside.length === 0) return false;
  let left = '';
  let offset = start;
  for (const edit of inside) {
    left += text.slice(offset, Math.max(offset, edit.start)) + edit.newText;
    offset = edit.end;
  }
  left += text.slice(offset, end);
  return /^(?:\s|#.*)*$/.test(left);
}

/** Takes whole lines away, and the edits on them; undefined where something else stands on these lines. */
function withoutLines(
  text: string,
  start: number,
  end: number,
  edits: readonly DocumentEdit[],
): DocumentEdit[] | undefined {
  const first = lineStartAt(text, start);
  const next = nextLineAt(text, end);
  if (/\S/.test(text.slice(first, start)) || /\S/.test(text.slice(end, next))) return undefined;
  const outside = edits.filter((edit) => !overlap(edit, { start: first, end: next }));
  return [...outside, { start: first, end: next, newText: '' }].sort(byPlace);
}
