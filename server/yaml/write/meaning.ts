import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import { filledIn, isBlank } from '../parsing/blank';
import { readScalar } from '../parsing/readScalar';
import { type Change, newValue, type PlainValue } from './edits';

/** A document's value, to compare two of them by meaning. */
export type Meaning =
  | { readonly mapping: readonly { readonly key: string; readonly value: Meaning }[] }
  | { readonly sequence: readonly Meaning[] }
  | { readonly alias: string }
  | { readonly scalar: string | number | boolean | null };

/** What a node means. Aliases stay aliases, so that no bomb goes off; keys repeated by a template all count. */
export function meaningOf(node: unknown): Meaning {
  if (isMap(node)) {
    return { mapping: node.items.map((pair) => ({ key: keyText(pair.key), value: meaningOf(pair.value) })) };
  }
  if (isSeq(node)) return { sequence: node.items.map(meaningOf) };
  if (isAlias(node)) return { alias: node.source };
  if (!isScalar(node)) return { scalar: null };
  const scalar = readScalar(node);
  return { scalar: scalar.type === 'null' ? null : scalar.value };
}

/** What a value means after a change; undefined if nothing is left of it. */
export function changedMeaning(meaning: Meaning | undefined, change: Change): Meaning | undefined {
  if (change.kind === 'remove') return undefined;
  if (change.kind === 'set') return meaningOfPlain(change.value);
  if (meaning && 'mapping' in meaning) return changedMapping(meaning.mapping, change.children);
  if (meaning && 'sequence' in meaning) return changedSequence(meaning.sequence, change.children);
  const value = newValue(change);
  return value === undefined ? meaning : meaningOfPlain(value);
}

/** True if two meanings are alike, whatever the order of keys. */
export function meansTheSame(a: Meaning, b: Meaning): boolean {
  if ('scalar' in a) return 'scalar' in b && a.scalar === b.scalar;
  if ('alias' in a) return 'alias' in b && a.alias === b.alias;
  if ('sequence' in a) {
    return (
      'sequence' in b &&
      a.sequence.length === b.sequence.length &&
      a.sequence.every((item, index) => meansTheSame(item, b.sequence[index] ?? { scalar: null }))
    );
  }
  if (!('mapping' in b) || a.mapping.length !== b.mapping.length) return false;
  const left = sortedByKey(a.mapping);
  const right = sortedByKey(b.mapping);
  return left.every(({ key, value }, index) => {
    const other = right[index];
    return other !== undefined && key === other.key && meansTheSame(value, other.value);
  });
}

type Entries = readonly { readonly key: string; readonly value: Meaning }[];

function changedMapping(entries: Entries, children: ReadonlyMap<string | number, Change>): Meaning | undefined {
  const result = [...entries];
  for (const [key, child] of children) {
    const index = result.findLastIndex((entry) => entry.key === key);
    const value = changedMeaning(result[index]?.value, child);
    if (index >= 0 && value) result[index] = { key: String(key), value };
    else if (index >= 0) result.splice(index, 1);
    else if (value) result.push({ key: String(key), value });
  }
  return result.length > 0 || entries.length === 0 ? { mapping: result } : undefined;
}

function changedSequence(
  sequence: readonly Meaning[],
  children: ReadonlyMap<string | number, Change>,
): Meaning | undefined {
  const result = sequence.map((item, index) => {
    const child = children.get(index);
    return child ? changedMeaning(item, child) : item;
  });
  const added = [...children]
    .filter(([key]) => typeof key === 'number' && key >= sequence.length)
    .sort(([a], [b]) => Number(a) - Number(b))
    .map(([, child]) => changedMeaning(undefined, child));
  const left = [...result, ...added].filter((item) => item !== undefined);
  return left.length > 0 || sequence.length === 0 ? { sequence: left } : undefined;
}

/** What a value means once it is written. */
export function meaningOfPlain(value: PlainValue): Meaning {
  if (isBlank(value)) return { scalar: filledIn(value) };
  if (value === null || typeof value !== 'object') return { scalar: value };
  if (isList(value)) return { sequence: value.map(meaningOfPlain) };
  return { mapping: Object.entries(value).map(([key, member]) => ({ key, value: meaningOfPlain(member) })) };
}

function isList(value: object): value is readonly PlainValue[] {
  return Array.isArray(value);
}

function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : '';
}

function sortedByKey(entries: Entries): Entries {
  return entries.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}
