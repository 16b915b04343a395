import type { KubernetesObject } from '../../manifests/objects/objects';
import { type Field, items, member, members, numberOf, stringOf } from '../../yaml/field/field';

/** Characters of a document that an action takes the place of. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** An image or a namespace that can be written in quotes without a second thought. */
const plain = /^[\w./:@-]+$/;

/** A text on one line becomes an action; undefined for one that is written in another way. */
export function replacedText(field: Field, value: string): Replacement | undefined {
  const text = stringOf(field);
  const range = ownRange(field);
  return range && text !== undefined && plain.test(text) ? { ...range, text: `{{ ${value} | quote }}` } : undefined;
}

/** A small number becomes an action. */
export function replacedNumber(field: Field, value: string): Replacement | undefined {
  const range = ownRange(field);
  const number = numberOf(field);
  const isPlain = number !== undefined && Number.isInteger(number) && number >= 0 && number < 1_000_000;
  return range && isPlain ? { ...range, text: `{{ ${value} | int }}` } : undefined;
}

/** Where a scalar stands on one line by itself. */
function ownRange({ state, node, isShared, tree }: Field): Pick<Replacement, 'start' | 'end'> | undefined {
  if (state !== 'known' || isShared || !node?.range) return undefined;
  const [start, end] = node.range;
  const written = tree.source.slice(start, end);
  const isOnItsOwn = !/[\n|>]/.test(written) && !/[&!][^\s]*[ \t]+$/.test(lineBefore(tree.source, start));
  return isOnItsOwn ? { start, end } : undefined;
}

/** A table of a values file, in place of what is written. */
export interface ReplacedTable extends Replacement {
  /** The table as it stands, the first line too with its indentation. */
  readonly table: string;
}

/**
 * A mapping of small values becomes an action.
 *
 * @param column of the object in its document
 */
export function replacedTable(field: Field, value: string, column: number): ReplacedTable | undefined {
  const { state, node, key, isShared, tree, parent } = field;
  if (state !== 'known' || isShared || !node?.range || !key?.range || !parent?.node?.range || !isSimple(field)) {
    return undefined;
  }
  const { source } = tree;
  const [start, end] = node.range;
  const table = source.slice(start, end).trimEnd();
  const between = source.slice(key.range[1], start);
  // Anchors, aliases, tags and merge keys mean something elsewhere.
  if (/(?:^|[\s[{,:])[&*!]|<<\s*:/.test(table) || !/^["']?:(?:[ \t]*(?:#[^\n]*)?\n)*[ \t]*$/.test(between))
    return undefined;
  if (isInFlow(parent)) return { start, end: start + table.length, text: `{{ toJson ${value} }}`, table };
  const holder = columnOf(source, parent.node.range[0]);
  const indent = ' '.repeat(holder + 2);
  // What stands behind the colon may be a comment.
  const from = key.range[1] + between.trimEnd().length;
  return {
    start: from,
    end: start + table.length,
    text: `\n${indent}{{- toYaml ${value} | nindent ${holder + 2 - column} }}`,
    table: ' '.repeat(columnOf(source, start)) + table,
  };
}

/** True where all that is written comes out of values as it went in. */
function isSimple(field: Field): boolean {
  const inner = members(field);
  if (inner.length > 0) return inner.every(({ value }) => isSimple(value));
  const listed = items(field);
  if (listed.length > 0) return listed.every(isSimple);
  const number = numberOf(field);
  return number === undefined || Math.abs(number) < 1_000_000;
}

/** True in a flow collection, such as all of JSON. */
export function isInFlow(field: Field): boolean {
  for (let at: Field | undefined = field; at; at = at.parent) {
    const start = at.node?.range?.[0];
    if (start !== undefined && /[[{]/.test(at.tree.source[start] ?? '')) return true;
  }
  return false;
}

/** The place of a character in its line. */
export function columnOf(source: string, at: number): number {
  return lineBefore(source, at).length;
}

function lineBefore(source: string, at: number): string {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at);
}

/** The field of an object at a path, if it is written there itself. */
export function fieldOf({ root }: KubernetesObject, ...path: readonly string[]): Field {
  let field = root;
  for (const name of path) field = member(field, name);
  return field;
}
