import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { CodeActionQuery } from '../../server/features/actions/codeActionQuery';
import { codeActions } from '../../server/features/codeActions';
import { hoverAt } from '../../server/features/hover';
import { placedFindings } from '../../server/features/places/positions';
import { podSecurityLenses, resolvedLens } from '../../server/features/podSecurityLenses';
import { lint } from '../../server/lint/lint';
import type { LintOptions } from '../../server/lint/lintOptions';

/** What an editor asks about a document. */
export const questions = ['diagnostics', 'actions', 'all actions', 'lenses', 'hover'] as const;

/** One of them. */
export type Question = (typeof questions)[number];

/** How long each question took at its slowest, in milliseconds of processor time of this thread's process. */
export type Answers = Readonly<Record<Question, number>>;

/** At how many places of a text hovers and actions are asked for. */
const places = 1;

/**
 * Asks everything that an editor asks about a text, at some of its places, and gives back how long it took.
 *
 * @param random from 0 to 1
 */
export function answersTo(text: string, options: LintOptions, random: () => number): Answers {
  const slowest: Record<Question, number> = { diagnostics: 0, actions: 0, 'all actions': 0, lenses: 0, hover: 0 };
  const timed = <Answer>(question: Question, ask: () => Answer): Answer => {
    const before = process.cpuUsage();
    const answer = ask();
    const { user, system } = process.cpuUsage(before);
    slowest[question] = Math.max(slowest[question], (user + system) / 1000);
    return answer;
  };
  const uri = 'file:///stress/text.yaml';
  const document = TextDocument.create(uri, 'yaml', 1, text);
  const linted = timed('diagnostics', () => lint(text, options));
  const rangeOf = (start: number, end: number) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  const edited = { uri, version: 1, text, linted, rangeOf, takesSnippets: true };
  const placed = placedFindings(linted);
  const diagnostics = placed.map(
    ({ finding, range }): Diagnostic => ({
      range,
      message: finding.message,
      source: 'seaworthy',
      code: finding.rule.id,
    }),
  );
  const query = (range: CodeActionQuery['range'], isAutomatic: boolean): CodeActionQuery => ({
    range,
    offset: document.offsetAt(range.start),
    diagnostics,
    only: undefined,
    isAutomatic,
    hasCommands: true,
    isGoverned: false,
  });
  for (let place = 0; place < places; place++) {
    const found = placed[Math.floor(random() * placed.length)];
    const offset = Math.floor(random() * text.length);
    const range = found?.range ?? rangeOf(offset, offset);
    timed('actions', () => codeActions(edited, query({ start: range.start, end: range.start }, true)));
    timed('hover', () => hoverAt(linted, document.offsetAt(range.start)));
    timed('hover', () => hoverAt(linted, offset));
  }
  timed('all actions', () => codeActions(edited, query(rangeOf(0, text.length), false)));
  const lenses = timed('lenses', () => podSecurityLenses(linted, uri, true));
  for (let place = 0; place < places; place++) {
    const lens = lenses[Math.floor(random() * lenses.length)];
    if (lens) timed('lenses', () => resolvedLens(lens, linted, { uri, line: lens.range.start.line }));
  }
  return slowest;
}
