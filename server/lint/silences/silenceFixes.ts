import type { Fix } from '../../rules/rule';
import { lineStartAt, nextLineAt, type OffsetRange } from '../../yaml/parsing/lines';
import { blankBehind, type Edit, remove, set, writeComment } from '../../yaml/write/edits';
import { closingOf, type Silence, type SilencedRule } from '../silence';

/** Takes rules out of a silence, and away with it if none is left. */
export function removeRules(silence: Silence, text: string, unused: ReadonlySet<SilencedRule>): Fix {
  const kept = silence.rules.filter((rule) => !unused.has(rule));
  const title =
    kept.length === 0 ? 'Remove this silence, which covers nothing' : `Take ${namesOf(unused)} out of this silence`;
  return { title, class: 'safe', edits: [kept.length === 0 ? removal(silence, text) : rewritten(silence, kept)] };
}

/** More than these would not be read. */
const mostNamed = 5;

function namesOf(rules: ReadonlySet<SilencedRule>): string {
  const ids = [...new Set([...rules].map(({ id }) => id))];
  const more = ids.length - mostNamed;
  return more > 1 ? `${ids.slice(0, mostNamed).join(', ')} and ${more} more` : ids.join(', ');
}

/** Names the rule, or the word, that was probably meant. */
export function renameRule(silence: Silence | undefined, range: OffsetRange, wrong: string, right: string): Fix {
  const renamed = silence?.rules.map((rule) => (rule.id === wrong ? { ...rule, id: right } : rule));
  const edit =
    silence && renamed && silence.written.as === 'field' ? rewritten(silence, renamed) : writeComment(range, right);
  return { title: `Write ${right} instead of ${wrong}`, class: 'ask', edits: [edit] };
}

/** Gives a silence the reason that it has to have. */
export function addReason({ written, rules, start, end }: Silence, text: string): Fix {
  const title = 'Add the reason';
  const closing = closingOf(text.slice(start, end));
  const words = text.slice(start, end - closing.length).replace(/\s*--\s*$/, '');
  const edit =
    written.as === 'field'
      ? set(written.path, blankBehind(`${written.lead}${rules.map(({ id }) => id).join(', ')} -- `, 'say why'))
      : writeComment({ start, end }, blankBehind(`${words} -- `, 'say why'), closing);
  return { title, class: 'ask', edits: [edit] };
}

function removal({ written, start, end }: Silence, text: string): Edit {
  if (written.as === 'field') return remove(written.path);
  const lineStart = lineStartAt(text, start);
  const before = text.slice(lineStart, start);
  if (before.trim() === '') return writeComment({ start: lineStart, end: nextLineAt(text, end) }, '');
  return writeComment({ start: lineStart + before.trimEnd().length, end }, '');
}

function rewritten({ written, rules, reason }: Silence, kept: readonly SilencedRule[]): Edit {
  const names = kept.map(({ id }) => id).join(', ');
  if (written.as === 'field')
    return set(written.path, written.lead + (reason === undefined ? names : `${names} -- ${reason}`));
  const [first, last] = [rules[0], rules.at(-1)];
  return writeComment({ start: first?.start ?? 0, end: last?.end ?? 0 }, names);
}
