import { type Quotes, scalarText } from '../write/writeValue';
import { withFlow, withoutQuotes } from './flowOutline';
import { type OutlineNode, outlineOf } from './outline';

/** Where a scalar is being typed: the value of a key, or an item of a list, in block or in flow style. */
export interface ValuePlace {
  /** The key that has the value, or the item that it is. */
  readonly node: OutlineNode;
  /** The characters of the cursor's line that the value takes the place of, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** What the list holds beside it. */
  readonly others: readonly string[];
  /** What is missing in front of the value: a space, or a dash. */
  readonly lead: '' | ' ' | '- ';
  /** The quotes that the value is within already. */
  readonly openQuote: '' | '"' | "'";
  /** Whether these quotes end behind the value. */
  readonly isQuoteClosed: boolean;
  /** The quotes of its neighbours. */
  readonly quotes: Quotes;
}

/** Stands for the cursor. A private-use character, so that no manifest means it. */
const cursorMark = '\uE001';

/**
 * The place at a cursor where a value can be typed, however little of it is there; undefined for keys, comments, block
 * scalars and templates.
 *
 * @param lines of one document
 * @param line from 0
 * @param character in UTF-16 units from 0
 */
export function valuePlace(lines: readonly string[], line: number, character: number): ValuePlace | undefined {
  const written = lines[line] ?? '';
  const before = written.slice(0, character);
  const after = written.slice(character);
  if (isWithinTemplate(before)) return undefined;
  const lead = after.trim() === '' && /[\w"']:$|^\s*(?:- +)*-$/.test(before) ? ' ' : '';
  const marked = lines.with(line, `${before}${lead}${cursorMark}${after}`);
  const inJson = jsonNode(marked);
  const node = inJson ?? blockNode(marked, line);
  return node && placed(node, character, lead, inJson && 'double');
}

/**
 * The place at a cursor where an item of a list can be typed whose dash is missing: below the key of the list, where
 * nothing but the beginning of a word stands.
 */
export function missingItemPlace(lines: readonly string[], line: number, character: number): ValuePlace | undefined {
  const written = lines[line] ?? '';
  const [, indent, typed] = /^( +)([\w./*-]*)$/.exec(written.slice(0, character)) ?? [];
  if (indent === undefined || !/^[\w./*-]*\s*$/.test(written.slice(character))) return undefined;
  const marked = lines.with(line, `${indent}- ${typed}${cursorMark}${written.slice(character)}`);
  const item = nodeAround(outlineOf(marked), line);
  const list = item?.parent;
  if (item?.kind !== 'item' || list?.kind !== 'key' || list.value !== '') return undefined;
  return list.children.every(({ column }) => column === item.column)
    ? placed(item, character, '- ', undefined)
    : undefined;
}

/** What to write at a place for a value. */
export function writtenAt(
  { lead, openQuote, isQuoteClosed, quotes }: ValuePlace,
  value: string | number | boolean,
): string {
  if (openQuote !== '') return `${value}${isQuoteClosed ? '' : openQuote}`;
  return lead + scalarText(value, quotes);
}

/** The node in whose scalar the cursor is, of a document that is JSON. */
function jsonNode(marked: readonly string[]): OutlineNode | undefined {
  const first = jsonLine(marked);
  return first < 0 ? undefined : markedNode(withFlow(outlineOf([]), marked.slice(first).join('\n')));
}

/** The line on which a document begins that is JSON; -1 for any other. */
export function jsonLine(lines: readonly string[]): number {
  const first = lines.findIndex((text) => /\S/.test(text) && !/^(?:---|\s*#)/.test(text));
  return /^\s*\{(?!\{)/.test(lines[first] ?? '') ? first : -1;
}

/** The node in whose scalar the cursor is, of a document in block style; its collections may be in flow style. */
function blockNode(marked: readonly string[], line: number): OutlineNode | undefined {
  const node = nodeAround(outlineOf(marked), line);
  if (!node || /^[&!*|>]/.test(node.value)) return undefined;
  if (!/^(?:\[|\{(?!\{))/.test(node.value)) return node.value.includes(cursorMark) ? node : undefined;
  const [first = '', ...rest] = marked.slice(node.line, node.lastLine + 1);
  return markedNode(withFlow(node, [first.slice(first.indexOf(node.value)), ...rest].join('\n')));
}

/** The innermost node that a line belongs to. */
function nodeAround(node: OutlineNode, line: number): OutlineNode | undefined {
  const inside = node.children.findLast((child) => child.line <= line && line <= child.lastLine);
  if (inside) return nodeAround(inside, line);
  return node.parent && node;
}

function markedNode(node: OutlineNode): OutlineNode | undefined {
  for (const child of node.children) {
    const found = child.value.includes(cursorMark) ? child : markedNode(child);
    if (found) return found;
  }
  return undefined;
}

/**
 * @param character of the cursor
 * @param quotes of the document, undefined where its values differ
 */
function placed(
  node: OutlineNode,
  character: number,
  lead: ValuePlace['lead'],
  quotes: Quotes | undefined,
): ValuePlace | undefined {
  const { value, parent } = node;
  const first = value.charAt(0);
  const openQuote = first === '"' || first === "'" ? first : '';
  const isQuoteClosed = openQuote !== '' && value.length > 1 && value.endsWith(openQuote);
  const inside = value.slice(openQuote.length, isQuoteClosed ? -1 : undefined);
  const mark = inside.indexOf(cursorMark);
  // Behind closed quotes nothing can be typed, and where the space is missing nothing else has been typed yet.
  const before = inside.slice(0, mark);
  if (mark < 0 || (lead === ' ' && mark > 0) || (openQuote !== '' && before.includes(openQuote))) return undefined;
  const siblings = node.kind === 'item' ? (parent?.children.filter((child) => child !== node) ?? []) : [];
  return {
    node,
    start: character - mark,
    end: character + inside.length - mark - 1,
    others: siblings.map((sibling) => withoutQuotes(sibling.value)),
    lead,
    openQuote,
    isQuoteClosed,
    quotes: quotes ?? quotesOf(siblings),
  };
}

function quotesOf(siblings: readonly OutlineNode[]): Quotes {
  const first = siblings.map(({ value }) => value.charAt(0)).find((quote) => quote === '"' || quote === "'");
  if (first === '"') return 'double';
  return first === "'" ? 'single' : 'plain';
}

/** True between the braces of a template. */
function isWithinTemplate(before: string): boolean {
  return before.lastIndexOf('{{') > before.lastIndexOf('}}');
}
