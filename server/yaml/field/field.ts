import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { OffsetRange } from '../parsing/lines';
import { placeholder } from '../parsing/placeholder';
import { isMergeScalar, isNullScalar, readScalar } from '../parsing/readScalar';
import { isCertainString, type ScalarValue } from '../parsing/scalar';
import type { Tree } from '../read/tree';
import { entriesOf, isUnknownScalar, mayHoldMore } from './mapping';

/** Keys and indexes from a document's root. */
export type Path = readonly (string | number)[];

/**
 * A place in a document, whether or not something stands there.
 *
 * - *absent*: nothing is written, or null, which Kubernetes reads alike
 * - *known*: a value is written
 * - *unknown*: a template or a variable will fill it in. No rule reports on it and no fix touches it.
 */
export interface Field {
  readonly state: 'absent' | 'known' | 'unknown';
  readonly tree: Tree;
  /** The key or index that leads here from its parent; undefined for the root. */
  readonly step: string | number | undefined;
  /** What is written there, an alias followed to what it stands for. Undefined for what is absent. */
  readonly node: Node | undefined;
  /** The key that leads here, if it is written. */
  readonly key: Scalar | undefined;
  readonly parent: Field | undefined;
  /** True where the text belongs to an anchor or a merge key, so that an edit would change other places too. */
  readonly isShared: boolean;
  /** What has been worked out already: rules ask for the same few things again and again. */
  known: Known | undefined;
}

/** What a field has been asked for before. */
interface Known {
  /** Every member that is written, and those that were looked for in vain. */
  members: Map<string, Field> | undefined;
  mayHoldMore: boolean;
  items: readonly Field[] | undefined;
  scalar: ScalarValue | undefined;
}

/** The whole document as a field. */
export function rootField(tree: Tree): Field {
  return fieldFor(tree, undefined, tree.root, { key: undefined, parent: undefined, isShared: false, isOpen: false });
}

/** The keys and indexes that lead to a field from its document's root. */
export function pathOf(field: Field): Path {
  const path: (string | number)[] = [];
  for (let at: Field | undefined = field; at?.step !== undefined; at = at.parent) path.push(at.step);
  return path.reverse();
}

/** The value of a mapping's key. Of what is written or merged twice the last one counts. */
export function member(field: Field, name: string): Field {
  const known = knownOf(field);
  known.members ??= writtenMembers(field, known);
  let found = known.members.get(name);
  if (!found) {
    const state = field.state === 'unknown' || known.mayHoldMore ? 'unknown' : 'absent';
    found = missing(field, name, state);
    known.members.set(name, found);
  }
  return found;
}

function writtenMembers(field: Field, known: Known): Map<string, Field> {
  const { tree, node } = field;
  const written = new Map<string, Field>();
  if (!isMap(node)) {
    known.mayHoldMore = isOpenNode(field);
    return written;
  }
  const isPlain = plainMembers(field, node, written);
  if (isPlain) {
    known.mayHoldMore = tree.open.has(node);
    return written;
  }
  written.clear();
  known.mayHoldMore = mayHoldMore(tree, node);
  for (const [name, { pair, key, isShared }] of entriesOf(tree, node)) {
    const links = { key, parent: field, isShared: isShared || field.isShared, isOpen: tree.open.has(pair) };
    written.set(name, fieldFor(tree, name, pair.value, links));
  }
  return written;
}

/** Fills in what a mapping holds in which nothing is written twice, merged or templated, as in nearly all; false for another. */
function plainMembers(field: Field, map: YAMLMap, written: Map<string, Field>): boolean {
  const { tree, isShared } = field;
  for (const pair of map.items) {
    const { key, value } = pair;
    if (!isScalar(key)) return false;
    const name = String(key.value);
    if (isMergeScalar(key) || name.includes(placeholder) || written.has(name)) return false;
    written.set(name, fieldFor(tree, name, value, { key, parent: field, isShared, isOpen: tree.open.has(pair) }));
  }
  return true;
}

/** What belongs to a field by its meaning and has no place below it: it is absent, and no edit may write it there. */
export function placelessMember(field: Field, name: string): Field {
  return { ...missing(field, name, 'absent'), isShared: true };
}

/** The field reached by following keys one after the other. */
export function descend(field: Field, ...names: readonly string[]): Field {
  let reached = field;
  for (const name of names) reached = member(reached, name);
  return reached;
}

/** The entries of a mapping whose keys are known, those of merge keys included. */
export function members(field: Field): { readonly name: string; readonly value: Field }[] {
  const known = knownOf(field);
  known.members ??= writtenMembers(field, known);
  const written: { name: string; value: Field }[] = [];
  for (const [name, value] of known.members) if (value.key) written.push({ name, value });
  return written;
}

/** The items of a sequence that are written. */
export function items(field: Field): readonly Field[] {
  if (!isSeq(field.node)) return none;
  const known = knownOf(field);
  known.items ??= findItems(field);
  return known.items;
}

function findItems(field: Field): readonly Field[] {
  const { tree, node } = field;
  if (!isSeq(node)) return none;
  return node.items.map((item, index) =>
    fieldFor(tree, index, item, {
      key: undefined,
      parent: field,
      isShared: field.isShared,
      isOpen: false,
    }),
  );
}

/** True if a sequence may have items, or a mapping entries, beside those that are written. */
export function mayHaveMore(field: Field): boolean {
  if (field.state === 'unknown') return true;
  const { node, tree } = field;
  return isMap(node) ? mayHoldMore(tree, node) : isOpenNode(field);
}

/** What a known scalar means to Kubernetes; undefined for everything else. */
export function scalarOf(field: Field): ScalarValue | undefined {
  const { node } = field;
  if (field.state !== 'known' || !isScalar(node)) return undefined;
  const known = knownOf(field);
  known.scalar ??= readScalar(node);
  return known.scalar;
}

/** A known string; undefined where nothing, something else or something unknown is written. */
export function stringOf(field: Field): string | undefined {
  const { node } = field;
  if (field.state !== 'known' || !isScalar(node)) return undefined;
  const source = String(node.value);
  if (node.tag === undefined && isCertainString(source)) return source;
  const scalar = scalarOf(field);
  return scalar?.type === 'string' ? scalar.value : undefined;
}

/** The text of a known scalar without its quotes, whatever it is read as; undefined for everything else. */
export function writtenText({ state, node }: Field): string | undefined {
  return state === 'known' && isScalar(node) ? String(node.value) : undefined;
}

/** A known string, number or boolean as a text; undefined where nothing, something else or something unknown is written. */
export function textOf(field: Field): string | undefined {
  const scalar = scalarOf(field);
  return scalar === undefined || scalar.type === 'null' ? undefined : String(scalar.value);
}

/** A known boolean; undefined where nothing, something else or something unknown is written. */
export function booleanOf(field: Field): boolean | undefined {
  const scalar = scalarOf(field);
  return scalar?.type === 'boolean' ? scalar.value : undefined;
}

/** A known number; undefined where nothing, something else or something unknown is written. */
export function numberOf(field: Field): number | undefined {
  const scalar = scalarOf(field);
  return scalar?.type === 'number' ? scalar.value : undefined;
}

/** True for a known mapping, an empty one included. */
export function isMapping(field: Field): boolean {
  return field.state === 'known' && isMap(field.node);
}

/**
 * Where a finding about this field is shown: the offending value; for a collection its key; for something missing
 * the key of the nearest thing that exists. UTF-16 offsets from the document's start.
 */
export function rangeOf(field: Field): OffsetRange {
  const { node, key } = field;
  if (isScalar(node) && node.range && node.range[1] > node.range[0]) {
    return withoutLineEnds(field.tree.text, node.range[0], node.range[1]);
  }
  if (key?.range) return { start: key.range[0], end: key.range[1] };
  if (node?.range && field.parent) return firstLine(field.tree.text, node.range[0], node.range[1]);
  if (field.parent) return rangeOf(field.parent);
  return firstLine(field.tree.text, node?.range?.[0] ?? 0, node?.range?.[1] ?? 0);
}

interface Links {
  readonly key: Scalar | undefined;
  readonly parent: Field | undefined;
  readonly isShared: boolean;
  readonly isOpen: boolean;
}

function fieldFor(tree: Tree, step: Field['step'], written: unknown, links: Links): Field {
  const { key, parent } = links;
  if (isAlias(written)) {
    const node = tree.aliasTargets.get(written);
    return { state: node ? 'known' : 'unknown', tree, step, node, key, parent, isShared: true, known: undefined };
  }
  const node = isMap(written) || isSeq(written) || isScalar(written) ? written : undefined;
  const isShared = links.isShared || (node !== undefined && tree.aliased.has(node));
  return { state: stateOf(node, links.isOpen), tree, step, node, key, parent, isShared, known: undefined };
}

function stateOf(node: Node | undefined, isOpen: boolean): Field['state'] {
  if (node === undefined) return isOpen ? 'unknown' : 'absent';
  if (!isScalar(node)) return 'known';
  if (isUnknownScalar(node)) return 'unknown';
  if (!isNullScalar(node)) return 'known';
  return isOpen ? 'unknown' : 'absent';
}

function knownOf(field: Field): Known {
  field.known ??= { members: undefined, mayHoldMore: false, items: undefined, scalar: undefined };
  return field.known;
}

const none: readonly Field[] = [];

function missing(parent: Field, step: string, state: 'absent' | 'unknown'): Field {
  const { tree, isShared } = parent;
  return { state, tree, step, node: undefined, key: undefined, parent, isShared, known: undefined };
}

function isOpenNode(field: Field): boolean {
  return field.node !== undefined && field.tree.open.has(field.node);
}

function withoutLineEnds(text: string, start: number, end: number): OffsetRange {
  let last = end;
  while (last > start + 1 && /\s/.test(text.charAt(last - 1))) last--;
  return { start, end: last };
}

function firstLine(text: string, start: number, end: number): OffsetRange {
  const lineEnd = text.indexOf('\n', start);
  return withoutLineEnds(text, start, lineEnd < 0 ? end : Math.min(end, lineEnd));
}
