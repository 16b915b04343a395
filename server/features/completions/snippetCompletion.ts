import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  type Position,
  type TextEdit,
} from 'vscode-languageserver-types';
import { valueAt } from '../../unknownJson';
import { indentOf, type OutlineNode } from '../../yaml/typing/outline';
import { type BlockLayout, laidOut, layoutOf } from '../../yaml/typing/outlineLayout';
import { type Fragment, fragmentAt, fragmentOf, fragmentWithout } from '../snippets/fragment';
import { previewOf, type Snippet } from '../snippets/snippet';
import { documentAround, type SnippetPlace, type SnippetText, snippetPlaces } from '../snippets/snippetPlace';

/** How an editor wants its snippets. */
export interface CompletionStyle {
  /** Columns a level in a document that shows none yet. */
  readonly indent: number;
  /** True for an editor that leaves indentation alone when told so; others add that of the line at the cursor. */
  readonly insertsAsIs: boolean;
}

/** What tells in a completion item which snippet it is. */
interface SnippetItemData {
  readonly snippet: string;
}

/** Where a snippet is asked for. */
export interface SnippetCursor {
  readonly source: SnippetText;
  readonly position: Position;
  /** Of the position, in UTF-16 units. */
  readonly offset: number;
}

/**
 * The snippets that fit where the cursor is, each reduced to what isn't there yet. Where none fits, and in files that
 * aren't Kubernetes', there are none.
 */
export function snippetCompletions(
  { source, position, offset }: SnippetCursor,
  snippets: readonly Snippet[],
  style: CompletionStyle,
): CompletionItem[] {
  const around = documentAround(source.text, offset, position.line);
  const places = snippetPlaces(source, around, position.line, position.character);
  const line = around.lines[position.line - around.firstLine] ?? '';
  const fitting = places.flatMap((place) => snippets.filter(place.fits).map((snippet) => ({ place, snippet })));
  return fitting.flatMap(({ place, snippet }, index) => {
    const text = textAt(place, wholeFragment(snippet), style, indentOf(line));
    const range = { start: { line: position.line, character: place.cursor.column }, end: position };
    return text === undefined ? [] : [completionItem(snippet, index, { range, newText: text }, style)];
  });
}

/** An item with what is shown once it is looked at. */
export function resolveSnippetCompletion(item: CompletionItem, snippets: readonly Snippet[]): CompletionItem {
  const { data }: { data?: unknown } = item;
  const snippet = isSnippetItemData(data) ? snippets.find(({ id }) => id === data.snippet) : undefined;
  if (!snippet) return item;
  const value = `${snippet.description}\n\n\`\`\`yaml\n${previewOf(snippet)}\n\`\`\``;
  return { ...item, detail: snippet.title, documentation: { kind: MarkupKind.Markdown, value } };
}

function completionItem(
  snippet: Snippet,
  index: number,
  textEdit: TextEdit,
  { insertsAsIs }: CompletionStyle,
): CompletionItem {
  const data: SnippetItemData = { snippet: snippet.id };
  return {
    label: snippet.prefixes[0] ?? snippet.title,
    labelDetails: { description: snippet.title },
    kind: CompletionItemKind.Snippet,
    filterText: snippet.prefixes.join(' '),
    // Values of the field at hand come first; among themselves snippets keep the order of places and files.
    sortText: `~${String(index).padStart(3, '0')}`,
    insertTextFormat: InsertTextFormat.Snippet,
    insertTextMode: insertsAsIs ? InsertTextMode.asIs : InsertTextMode.adjustIndentation,
    textEdit,
    data,
  };
}

/** The lines to write at the cursor, the first without the indentation that is there already. */
function textAt(
  { cursor, path, startsItem }: SnippetPlace,
  whole: Fragment,
  style: CompletionStyle,
  lineIndent: number,
): string | undefined {
  const { parent, siblings } = cursor;
  const fitting = fragmentAt(whole, path);
  if (!fitting) return undefined;
  const isInList = startsItem || siblings.some(({ kind }) => kind === 'item');
  const isInMapping = !startsItem && (parent.kind === 'item' || siblings.some(({ kind }) => kind === 'key'));
  if (fitting.isList ? isInMapping : isInList) return undefined;
  const left = fragmentWithout(fitting, siblings);
  if (!left) return undefined;
  const layout = layoutOf(rootOf(parent), style.indent);
  const column = startsItem ? parent.column : cursor.column;
  const lines = left === whole ? wholeLaidOut(whole, layout, column) : laidOut(left.lines, layout, column);
  const missing = style.insertsAsIs ? 0 : lineIndent;
  return lines
    .map((line, index) => {
      // The dash of the first item stands in front of the cursor.
      if (index === 0) return line.trimStart().replace(startsItem ? /^-\s+/ : /^/, '');
      return line.slice(Math.min(missing, indentOf(line)));
    })
    .join('\n');
}

const wholeFragments = new WeakMap<Snippet, Fragment>();
const layouts = new WeakMap<Fragment, Map<string, readonly string[]>>();

/** Whole snippets are read and laid out once: dozens of them are offered at the start of every document. */
function wholeFragment(snippet: Snippet): Fragment {
  const known = wholeFragments.get(snippet) ?? fragmentOf(snippet.body);
  wholeFragments.set(snippet, known);
  return known;
}

function wholeLaidOut(fragment: Fragment, layout: BlockLayout, column: number): readonly string[] {
  const known = layouts.get(fragment) ?? new Map<string, readonly string[]>();
  layouts.set(fragment, known);
  const key = `${layout.indent} ${layout.listIndent} ${column}`;
  const lines = known.get(key) ?? laidOut(fragment.lines, layout, column);
  known.set(key, lines);
  return lines;
}

function rootOf(node: OutlineNode): OutlineNode {
  return node.parent ? rootOf(node.parent) : node;
}

function isSnippetItemData(data: unknown): data is SnippetItemData {
  return typeof valueAt(data, 'snippet') === 'string';
}
