import type { Field } from '../../yaml/field/field';
import { items, members, scalarOf, writtenText } from '../../yaml/field/field';
import type { FoundObject } from './readManifests';
import { columnOf, isInFlow, type Replacement } from './replacements';

/**
 * The text of an object: what stands in the manifest with its comments, but for what actions take the place of.
 */
export function objectText(found: FoundObject, replacements: readonly Replacement[], escaped: Escape): string {
  const { tree, node } = found.object.root;
  const { source } = tree;
  const [start = 0, end = source.length] = node?.range ?? [];
  const isFlow = isInFlow(found.object.root);
  const column = isFlow ? 0 : columnOf(source, start);
  const parts: string[] = [];
  let from = start;
  for (const { start: first, end: last, text } of replacements.toSorted((a, b) => a.start - b.start)) {
    parts.push(escaped(source.slice(from, first)), text);
    from = last;
  }
  parts.push(escaped(source.slice(from, end)));
  const body = ' '.repeat(column) + parts.join('');
  const written = isFlow ? body.replaceAll('\t', '  ') : dedented(body, column);
  const behind = found.isWhole ? commentsIn(source.slice(end)) : '';
  return withEnd(`${escaped(commentsBefore(found, start))}${written.trimEnd()}\n${escaped(behind)}`, written);
}

/** How text is written that is no action. */
export type Escape = (text: string) => string;

/** In a template double braces begin an action. */
export const inTemplate: Escape = (text) => text.replaceAll('{{', '{{ "{{" }}');

/** In `crds/` they mean nothing. */
export const asItIs: Escape = (text) => text;

function dedented(text: string, column: number): string {
  return column === 0 ? text : text.replace(new RegExp(`^ {1,${column}}`, 'gm'), '');
}

/** Blank lines at the end belong to a text that keeps them; helm would cut them off. */
function withEnd(text: string, written: string): string {
  const blank = /\n[ \t]*\n\s*$/.exec(written)?.[0];
  if (blank === undefined || !/[|>]\d?\+\d?[ \t]*(?:#.*)?$/m.test(written)) return text;
  return `${written.trimEnd()}${blank.replace(/[ \t]+$/, '')}# The text above ends with blank lines.\n`;
}

/** The comments above an object, with those of its document where it is the first of it. */
function commentsBefore({ object: { root }, isWhole }: FoundObject, start: number): string {
  const above = root.tree.source.slice(0, start).replace(/[^\n]*$/, '');
  if (isWhole) return commentsIn(above);
  const lines = above.split('\n').slice(0, -1);
  const first = lines.findLastIndex((line) => !/^\s*#/.test(line)) + 1;
  return commentsIn(lines.slice(first).join('\n'));
}

function commentsIn(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/^---(?:\s+|$)/, '').trim());
  const comments = lines.filter((line) => line.startsWith('#'));
  return comments.length > 0 ? `${comments.join('\n')}\n` : '';
}

/** The same object in JSON, aliases written out. */
export function jsonText(root: Field, escaped: Escape): string {
  return `${escaped(jsonOf(root, '\n'))}\n`;
}

function jsonOf(field: Field, lineEnd: string): string {
  const inner = `${lineEnd}  `;
  const entries = members(field);
  if (entries.length > 0) {
    return `{${entries.map(({ name, value }) => `${inner}${JSON.stringify(name)}: ${jsonOf(value, inner)}`)}${lineEnd}}`;
  }
  const listed = items(field);
  if (listed.length > 0) return `[${listed.map((item) => inner + jsonOf(item, inner))}${lineEnd}]`;
  const scalar = scalarOf(field);
  if (!scalar) return emptyOf(field);
  const text = writtenText(field) ?? '';
  return scalar.type === 'number' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)
    ? text
    : JSON.stringify(scalar.type === 'null' ? null : scalar.value);
}

function emptyOf({ node, tree }: Field): string {
  const first = node?.range ? tree.source[node.range[0]] : undefined;
  return first === '{' ? '{}' : first === '[' ? '[]' : 'null';
}
