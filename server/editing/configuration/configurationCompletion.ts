import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver-types';
import {
  type ConfigurationKey,
  describeKey,
  type KeyValue,
  keyAt,
  keysIn,
} from '../../configuration/configurationKeys';
import { type ConfigurationWord, offeredVersions, wordsOf } from '../../configuration/configurationWords';
import { ruleItems } from '../../features/completions/ruleItems';
import type { Path } from '../../yaml/field/field';
import { cursorPlace } from '../../yaml/typing/cursorPlace';
import { withoutQuotes } from '../../yaml/typing/flowOutline';
import type { OutlineNode } from '../../yaml/typing/outline';
import { missingItemPlace, type ValuePlace, valuePlace, writtenAt } from '../../yaml/typing/valuePlace';
import type { ConfigurationContext } from './configurationContext';
import { chartsBelow, type Offered, pathsBelow, valuesFilesBelow } from './offeredPaths';

/**
 * What can be typed at a cursor of a configuration; where a schema is at work, what that one can't know.
 *
 * @param trigger the character whose typing asked
 */
export async function configurationCompletions(
  text: string,
  { line, character }: Position,
  trigger: string | undefined,
  context: ConfigurationContext,
): Promise<CompletionItem[]> {
  const lines = text.split(/\r?\n/);
  const before = (lines[line] ?? '').slice(0, character);
  if (/(?:^|\s)#/.test(before)) return [];
  const place = valuePlace(lines, line, character) ?? missingItemPlace(lines, line, character);
  if (place) {
    const offered = await valuesAt(place, before.slice(place.start), context);
    if (offered) return valueItems(place, line, offered);
  }
  if (context.hasSchemas || trigger === ' ' || trigger === '/') return [];
  return keysAt(lines, line, character, context.asksAgain);
}

function keysAt(
  lines: readonly string[],
  line: number,
  character: number,
  asksAgain: string | undefined,
): CompletionItem[] {
  const cursor = cursorPlace(lines, line, character);
  if (!cursor) return [];
  // Behind a dash the parent is the list's item; what is typed becomes one of its keys.
  const path = pathOf(cursor.parent);
  const range = { start: { line, character: cursor.column }, end: { line, character } };
  const written = new Set(cursor.siblings.map(({ name }) => name));
  const command = asksAgain === undefined ? {} : { command: { title: 'Choose the value', command: asksAgain } };
  if (keyAt(path)?.value === 'rule settings') {
    return ruleItems({ range, without: written, textOf: (id) => `${id}: ` }).map((item) => ({ ...item, ...command }));
  }
  return (keysIn(path) ?? [])
    .filter(({ name }) => !written.has(name))
    .map((key, index) => ({
      label: key.name,
      kind: CompletionItemKind.Property,
      filterText: key.name,
      sortText: String(index).padStart(3, '0'),
      documentation: { kind: MarkupKind.Markdown, value: describeKey(key) },
      textEdit: { range, newText: `${key.name}:${beginningOf(key, cursor.column)}` },
      insertTextMode: InsertTextMode.asIs,
      ...command,
    }));
}

/** What stands behind the colon of a key before its value is typed. */
function beginningOf({ value }: ConfigurationKey, column: number): string {
  const indent = ' '.repeat(column + 2);
  switch (value) {
    case 'rule settings':
    case 'workload kinds':
    case 'single values':
      return `\n${indent}`;
    case 'overrides':
      return `\n${indent}- files:\n${indent}    - `;
    case 'globs':
    case 'registries':
    case 'tools':
    case 'values files':
      return `\n${indent}- `;
    case 'charts':
      return `\n${indent}- chart: `;
    default:
      return ' ';
  }
}

const lists: readonly KeyValue[] = ['globs', 'registries', 'tools', 'values files'];
const mappings: readonly KeyValue[] = ['rule settings', 'workload kinds', 'single values'];

/** The values for a place; undefined where no value is expected. */
async function valuesAt(
  { node }: ValuePlace,
  typed: string,
  context: ConfigurationContext,
): Promise<Offered[] | undefined> {
  const path = pathOf(node);
  const holder = keyAt(path.slice(0, -1));
  const key = keyAt(path) ?? holder;
  if (!key) return undefined;
  const isHeld = key === holder;
  const isItem = typeof path.at(-1) === 'number';
  const holds = lists.includes(key.value) ? 'items' : mappings.includes(key.value) ? 'entries' : 'nothing else';
  if (holds !== (isHeld ? (isItem ? 'items' : 'entries') : 'nothing else')) return undefined;
  switch (key.value) {
    case 'globs':
      return pathsBelow(await context.filesBelow(), typed, true);
    case 'path':
      return pathsBelow(await context.filesBelow(), typed, false);
    case 'chart':
      return chartsBelow(await context.filesBelow());
    case 'values files':
      return valuesFilesBelow(await context.filesBelow(), chartOf(node));
    case 'registries':
      return context.registries().map((text) => ({ text, kind: CompletionItemKind.Module }));
    case 'version':
      return context.hasSchemas ? [] : offeredVersions.map((text) => ({ text, kind: CompletionItemKind.Constant }));
    case 'true or false':
      return context.hasSchemas ? [] : ['true', 'false'].map((word) => wordItem({ word, meaning: '' }));
    case 'workload kinds':
      return ['spec.template', 'off'].map((text) => ({ text, kind: CompletionItemKind.Value }));
    default: {
      const words = wordsOf(key.value);
      return words && (context.hasSchemas ? [] : words.map(wordItem));
    }
  }
}

function wordItem({ word, meaning }: ConfigurationWord): Offered {
  return { text: word, kind: CompletionItemKind.EnumMember, documentation: meaning, isWord: true };
}

function valueItems(place: ValuePlace, line: number, offered: readonly Offered[]): CompletionItem[] {
  const range = { start: { line, character: place.start }, end: { line, character: place.end } };
  return offered
    .filter(({ text }) => !place.others.includes(text))
    .map(({ text, kind, documentation, isWord }, index) => ({
      label: text,
      kind,
      filterText: text,
      sortText: String(index).padStart(3, '0'),
      textEdit: { range, newText: isWord && place.openQuote === '' ? place.lead + text : writtenAt(place, text) },
      ...(documentation && { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    }));
}

/** What is written as the chart beside the list of values files that an item is in. */
function chartOf({ parent: values }: OutlineNode): string {
  const chart = values?.parent?.children.find(({ name }) => name === 'chart');
  return chart ? withoutQuotes(chart.value) : '';
}

/** The keys and indexes that lead to a node. */
function pathOf(node: OutlineNode): Path {
  if (!node.parent) return [];
  const items = node.parent.children.filter(({ kind }) => kind === 'item');
  return [...pathOf(node.parent), node.kind === 'item' ? items.indexOf(node) : node.name];
}
