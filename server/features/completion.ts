import type { CompletionItem, Position } from 'vscode-languageserver-types';
import { ignoreAnnotation } from '../documents/manifest/read/kind';
import type { LintedText } from '../lint/lint';
import { valuePlace } from '../yaml/typing/valuePlace';
import { keyCompletions } from './completions/keyCompletion';
import { resolveRuleItem } from './completions/ruleItems';
import { silenceCompletions, silencePlace, silenceWordCompletions, wordsPlace } from './completions/silenceCompletion';
import { type CompletionStyle, resolveSnippetCompletion, snippetCompletions } from './completions/snippetCompletion';
import { valueCompletions } from './completions/valueCompletion';
import type { Snippet } from './snippets/snippet';
import { type DocumentLines, documentAround, type SnippetText } from './snippets/snippetPlace';
import type { ValueContext } from './values/offeredValue';

/** What an editor asks for, and what the answer may depend on. */
export interface CompletionRequest {
  readonly source: SnippetText;
  readonly position: Position;
  /** Of the position, in UTF-16 units. */
  readonly offset: number;
  /** The character whose typing asked; undefined where a word was begun, or the user asked. */
  readonly trigger: string | undefined;
  readonly context: ValueContext;
  /** The document as it was linted last; asked only where findings matter. */
  readonly linted: () => Promise<LintedText | undefined>;
  /** The client's command that asks for completions again, if it has one. */
  readonly asksAgain: string | undefined;
}

/**
 * What can be typed at a cursor, however broken the text around it is: values of fields, labels, rules in silences, and the
 * snippets that fit. Of a character that is typed everywhere only values are the answer, and mostly none.
 */
export async function completions(
  request: CompletionRequest,
  snippets: readonly Snippet[],
  style: CompletionStyle | undefined,
): Promise<CompletionItem[]> {
  const { source, position, offset, trigger, context, asksAgain } = request;
  const around = documentAround(source.text, offset, position.line);
  const line = around.lines[position.line - around.firstLine] ?? '';
  const inComment = await completionsOfSilence(request, line);
  if (inComment) return inComment;
  if (trigger === ' ' && !mayBegin.test(line.slice(0, position.character).trimEnd())) return [];
  if (isDefinition(around)) return trigger === undefined && position.character === 0 ? snippetsAt() : [];
  const annotated = await completionsOfAnnotation(request, around, line);
  if (annotated) return annotated;
  const values = await valueCompletions(source, around, position, context);
  if (trigger !== undefined && trigger !== '/') return values;
  const keys = keyCompletions(source, around, position, {
    asksAgain,
    hasSchemas: context.hasSchemas,
  });
  return [...values, ...keys, ...(trigger === undefined ? snippetsAt() : [])];

  function snippetsAt(): CompletionItem[] {
    return style ? snippetCompletions(request, snippets, style) : [];
  }
}

/** An item with what is shown once it is looked at. */
export function resolveCompletion(
  item: CompletionItem,
  snippets: readonly Snippet[],
  rulePages: string | undefined,
): CompletionItem {
  return resolveRuleItem(item, rulePages) ?? resolveSnippetCompletion(item, snippets);
}

/** What stands in front of the space behind which a value begins. */
const mayBegin = /(?:[:,[{]|^\s*(?:- +)*-)$/;

/** Definitions of custom resources are huge, and nothing in them has values that are known. */
function isDefinition({ lines }: DocumentLines): boolean {
  return lines.includes('kind: CustomResourceDefinition');
}

async function completionsOfSilence(
  { position, trigger, linted }: CompletionRequest,
  line: string,
): Promise<CompletionItem[] | undefined> {
  if (!/(?:^|\s)#/.test(line.slice(0, position.character))) return undefined;
  const place = silencePlace(line, position.character);
  if (place) return silenceCompletions(place, position.line, await linted());
  const words = trigger === undefined ? silenceWordCompletions(line, position) : [];
  return words.length > 0 ? words : undefined;
}

async function completionsOfAnnotation(
  { position, linted }: CompletionRequest,
  { lines, firstLine }: DocumentLines,
  line: string,
): Promise<CompletionItem[] | undefined> {
  if (!line.includes(ignoreAnnotation)) return undefined;
  const place = valuePlace(lines, position.line - firstLine, position.character);
  if (place?.node.name !== ignoreAnnotation) return undefined;
  const words = wordsPlace(line, place.start, place.end, position.character);
  return words && silenceCompletions(words, position.line, await linted());
}
