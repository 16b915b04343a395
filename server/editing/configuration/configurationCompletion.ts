import {
  type CompletionItem,
  CompletionItemKind,
  InsertTextMode,
  MarkupKind,
  type Position,
} from 'vscode-languageserver-types';
import { baselineName } from '../../configuration/baselineName';
import {
  type ConfigurationKey,
  type ConfigurationWord,
  describeKey,
  type KeyValue,
  keyAt,
  keysIn,
  offeredVersions,
  wordsOf,
} from '../../configuration/configurationKeys';
import { ruleItems } from '../../features/completions/ruleItems';
import type { Path } from '../../yaml/field/field';
import { cursorPlace } from '../../yaml/typing/cursorPlace';
import type { OutlineNode } from '../../yaml/typing/outline';
import { missingItemPlace, type ValuePlace, valuePlace, writtenAt } from '../../yaml/typing/valuePlace';
import type { ConfigurationContext } from './configurationContext';

/** A value that is offered, in the order in which it is. */
interface Offered {
  readonly text: string;
  readonly kind: CompletionItemKind;
  readonly documentation?: string;
  /** True for what stands without quotes though Kubernetes would read it as another type: `off`. */
  readonly isWord?: boolean;
}

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
      return `\n${indent}`;
    case 'overrides':
      return `\n${indent}- files:\n${indent}    - `;
    case 'globs':
    case 'registries':
    case 'tools':
      return `\n${indent}- `;
    default:
      return ' ';
  }
}

const lists: readonly KeyValue[] = ['globs', 'registries', 'tools'];
const mappings: readonly KeyValue[] = ['rule settings', 'workload kinds'];

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

/** The folders, and for globs all files, one level below what is typed. */
function pathsBelow(
  known: { readonly paths: readonly string[] } | undefined,
  typed: string,
  isGlob: boolean,
): Offered[] {
  const within = typed.replace(/^["']/, '').replace(/[^/]*$/, '');
  const below = (known?.paths ?? []).filter((path) => path.startsWith(within)).map((path) => path.slice(within.length));
  const folders = new Set(below.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/') + 1)] : [])));
  const files = below.filter(
    (path) => !path.includes('/') && (isGlob ? /\.(?:ya?ml|json|tpl)$/ : /\.json$/).test(path),
  );
  const suggested = isGlob || within !== '' || files.includes(baselineName) ? [] : [baselineName];
  return [
    ...[...folders].map((name) => ({ text: within + name, kind: CompletionItemKind.Folder })),
    ...[...suggested, ...files].map((name) => ({ text: within + name, kind: CompletionItemKind.File })),
  ].filter(({ text }) => !/\/?\.(?:git|vscode)\/$/.test(text));
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

/** The keys and indexes that lead to a node. */
function pathOf(node: OutlineNode): Path {
  if (!node.parent) return [];
  const items = node.parent.children.filter(({ kind }) => kind === 'item');
  return [...pathOf(node.parent), node.kind === 'item' ? items.indexOf(node) : node.name];
}
