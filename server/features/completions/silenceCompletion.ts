import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Finding } from '../../lint/finding';
import type { LintedText } from '../../lint/lint';
import { silenceBeginnings } from '../../lint/silences/readSilences';
import { lineCount } from '../../yaml/parsing/lines';
import { ruleItems } from './ruleItems';

/** Where the rules of a silence are being typed. */
interface SilencePlace {
  /** Characters of the cursor's line: the id at the cursor. */
  readonly start: number;
  readonly end: number;
  /** The ids that stand beside it. */
  readonly others: ReadonlySet<string>;
}

/** The rules of a silence that is being typed in a comment, or undefined elsewhere. */
export function silencePlace(line: string, character: number): SilencePlace | undefined {
  const word = /#\s*(?:seaworthy-ignore(?:-next-line|-file)?)(?=[\s:]):?/.exec(line);
  return word ? wordsPlace(line, word.index + word[0].length, line.length, character) : undefined;
}

/**
 * The rule at the cursor in `RULE, RULE -- reason`; undefined outside of it, and in the reason.
 *
 * @param from where the words begin on the line
 * @param to where they end
 */
export function wordsPlace(line: string, from: number, to: number, character: number): SilencePlace | undefined {
  if (character < from || character > to) return undefined;
  const before = line.slice(from, character);
  if (/(?:^|\s)--(?:\s|$)/.test(before)) return undefined;
  const start = character - (/[^\s,]*$/.exec(before)?.[0].length ?? 0);
  const end = character + (/^[^\s,"']*/.exec(line.slice(character, to))?.[0].length ?? 0);
  const list = `${line.slice(from, start)} ${line.slice(end, to)}`.replace(/(?:^|\s)--(?:\s.*|$)/, '');
  return { start, end, others: new Set(list.match(/[^\s,]+/g)) };
}

/** The rules for a silence: those first that it would keep quiet. */
export function silenceCompletions(
  { start, end, others }: SilencePlace,
  line: number,
  linted: LintedText | undefined,
): CompletionItem[] {
  const range = { start: { line, character: start }, end: { line, character: end } };
  return ruleItems({ range, first: linted && rulesBrokenFor(linted, line), without: others });
}

/** The words that begin a silence, where a comment holds nothing else yet. */
export function silenceWordCompletions(line: string, { line: number, character }: Position): CompletionItem[] {
  const typed = /(?:^|\s)#\s*([\w-]*)$/.exec(line.slice(0, character))?.[1];
  if (typed === undefined || /^\S/.test(line.slice(character))) return [];
  const range = { start: { line: number, character: character - typed.length }, end: { line: number, character } };
  return Object.entries(silenceBeginnings).map(([word, where]) => ({
    label: word,
    labelDetails: { description: where },
    kind: CompletionItemKind.Keyword,
    filterText: word,
    textEdit: { range, newText: `${word} ` },
  }));
}

/**
 * The rules that have found something where a silence counts; in its document if it isn't read as one yet.
 *
 * @param line of the silence in the file, from 0
 */
function rulesBrokenFor({ documents }: LintedText, line: number): ReadonlySet<string> {
  const placed = documents.findLast((document) => document.line <= line);
  if (!placed) return new Set();
  const { reading, findings } = placed.document.judged;
  const own = line - placed.line;
  const silence = reading.silences.find(({ start, end }) => {
    const first = lineCount(reading.text.slice(0, start));
    return first <= own && own <= first + lineCount(reading.text.slice(start, end));
  });
  if (silence?.isForFile) return idsOf(documents.flatMap(({ document }) => document.judged.findings));
  return idsOf(silence ? findings.filter(silence.covers) : findings);
}

function idsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(findings.map(({ rule }) => rule.id));
}
