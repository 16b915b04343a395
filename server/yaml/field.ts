import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar } from 'yaml';
import type { OffsetRange } from './lines';
import { plainScalarValue, type ScalarValue } from './scalar';
import { placeholder } from './templates';
import type { Tree } from './tree';

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
  readonly path: Path;
  /** What is written there, an alias followed to what it stands for. Undefined for what is absent. */
  readonly node: Node | undefined;
  /** The key that leads here, if it is written. */
  readonly key: Scalar | undefined;
  readonly parent: Field | undefined;
  /** True where the text belongs to an anchor or a merge key, so that an edit would change other places too. */
  readonly isShared: boolean;
  /** What has been worked out already: rules ask for the same few things again and again. */
  readonly known: Known;
}

interface Known {
  members: Map<string, Field> | undefined;
  items: readonly Field[] | undefined;
  scalar: ScalarValue | null | undefined;
}

/** The whole document as a field. */
export function rootField(tree: Tree): Field {
  return fieldFor(tree, [], tree.root, { key: undefined, parent: undefined, isShared: false, isOpen: false });
}

/** The value of a mapping's key. Of a key written twice the last one counts; merge keys come after the mapping's own. */
export function member(field: Field, name: string): Field {
  const known = field.known.members?.get(name);
  if (known) return known;
  const found = findMember(field, name);
  field.known.members ??= new Map();
  field.known.members.set(name, found);
  return found;
}

function findMember(field: Field, name: string): Field {
  const { tree, node } = field;
  const path = [...field.path, name];
  if (isMap(node)) {
    const found = findPair(tree, node, name, field.isShared);
    if (found) {
      const { pair, isShared } = found;
      const key = isScalar(pair.key) ? pair.key : undefined;
      return fieldFor(tree, path, pair.value, { key, parent: field, isShared, isOpen: tree.open.has(pair) });
    }
    if (!mayHoldMore(tree, node)) return missing(field, path, 'absent');
    return missing(field, path, 'unknown');
  }
  return missing(field, path, field.state === 'unknown' || isOpenNode(field) ? 'unknown' : 'absent');
}

/** The field reached by following keys one after the other. */
export function descend(field: Field, ...names: readonly string[]): Field {
  return names.reduce(member, field);
}

/** The entries of a mapping whose keys are known, those of merge keys included. */
export function members(field: Field): { readonly name: string; readonly value: Field }[] {
  const names = new Set<string>();
  const collect = (map: { items: Pair[] }) => {
    for (const { key } of map.items) {
      if (isScalar(key) && !String(key.value).includes(placeholder)) names.add(String(key.value));
    }
    for (const merged of mergedMaps(field.tree, map)) collect(merged);
  };
  if (isMap(field.node)) collect(field.node);
  names.delete('<<');
  return [...names].map((name) => ({ name, value: member(field, name) }));
}

/** The items of a sequence that are written. */
export function items(field: Field): readonly Field[] {
  field.known.items ??= findItems(field);
  return field.known.items;
}

function findItems(field: Field): readonly Field[] {
  const { tree, node } = field;
  if (!isSeq(node)) return none;
  return node.items.map((item, index) =>
    fieldFor(tree, [...field.path, index], item, {
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
  if (field.known.scalar === undefined) field.known.scalar = readScalar(field) ?? null;
  return field.known.scalar ?? undefined;
}

function readScalar(field: Field): ScalarValue | undefined {
  const { node } = field;
  if (field.state !== 'known' || !isScalar(node)) return undefined;
  const source = String(node.value);
  const isPlain = node.type === 'PLAIN' && (node.tag === undefined || !node.tag.endsWith(':str'));
  return isPlain ? plainScalarValue(source) : { type: 'string', value: source };
}

/** A known string; undefined where nothing, something else or something unknown is written. */
export function stringOf(field: Field): string | undefined {
  const scalar = scalarOf(field);
  return scalar?.type === 'string' ? scalar.value : undefined;
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

function fieldFor(tree: Tree, path: Path, written: unknown, links: Links): Field {
  const { key, parent } = links;
  if (isAlias(written)) {
    const target = tree.aliasTargets.get(written);
    return {
      state: target ? 'known' : 'unknown',
      tree,
      path,
      node: target,
      key,
      parent,
      isShared: true,
      known: nothingKnown(),
    };
  }
  const node = isMap(written) || isSeq(written) || isScalar(written) ? written : undefined;
  const isShared = links.isShared || (node !== undefined && tree.aliased.has(node));
  return { state: stateOf(node, links.isOpen), tree, path, node, key, parent, isShared, known: nothingKnown() };
}

function stateOf(node: Node | undefined, isOpen: boolean): Field['state'] {
  if (node === undefined) return isOpen ? 'unknown' : 'absent';
  if (!isScalar(node)) return 'known';
  if (isUnknownScalar(node)) return 'unknown';
  const source = String(node.value);
  const isNull = node.type === 'PLAIN' && plainScalarValue(source).type === 'null';
  if (!isNull) return 'known';
  return isOpen ? 'unknown' : 'absent';
}

/** True for a value that a template or a variable fills in. */
function isUnknownScalar(node: unknown): boolean {
  if (!isScalar(node)) return false;
  const source = String(node.value);
  return source.includes(placeholder) || source.includes('${');
}

function nothingKnown(): Known {
  return { members: undefined, items: undefined, scalar: undefined };
}

const none: readonly Field[] = [];

function missing(parent: Field, path: Path, state: 'absent' | 'unknown'): Field {
  const { tree, isShared } = parent;
  return { state, tree, path, node: undefined, key: undefined, parent, isShared, known: nothingKnown() };
}

function isOpenNode(field: Field): boolean {
  return field.node !== undefined && field.tree.open.has(field.node);
}

function findPair(
  tree: Tree,
  map: { items: Pair[] },
  name: string,
  isShared: boolean,
): { pair: Pair; isShared: boolean } | undefined {
  // Branches of a template may write a key twice: what is known can be judged, and of that the last one counts.
  let pair: Pair | undefined;
  for (let index = map.items.length - 1; index >= 0; index--) {
    const candidate = map.items[index];
    if (!isScalar(candidate?.key) || candidate.key.value !== name) continue;
    if (!isUnknownScalar(candidate.value)) {
      pair = candidate;
      break;
    }
    pair ??= candidate;
  }
  if (pair) return { pair, isShared };
  for (const merged of mergedMaps(tree, map)) {
    const found = findPair(tree, merged, name, true);
    if (found) return found;
  }
  return undefined;
}

/** The mappings that a mapping's merge keys add to it, the ones that win first. */
function mergedMaps(tree: Tree, map: { items: Pair[] }): { items: Pair[] }[] {
  return map.items.filter(isMergeKey).flatMap(({ value }) => {
    const sources = isSeq(value) ? value.items : [value];
    return sources.flatMap((source) => {
      const target = isAlias(source) ? tree.aliasTargets.get(source) : source;
      return isMap(target) ? [target] : [];
    });
  });
}

function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';
}

/** True for a mapping that a template adds to, or that merges what nobody can see. */
function mayHoldMore(tree: Tree, map: { items: Pair[] }): boolean {
  if (tree.open.has(map)) return true;
  return map.items.some((pair) => {
    if (!isScalar(pair.key)) return false;
    if (String(pair.key.value).includes(placeholder)) return true;
    return isMergeKey(pair) && isAlias(pair.value) && !tree.aliasTargets.has(pair.value);
  });
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
